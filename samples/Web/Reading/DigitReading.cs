using DigitsWeb.Times;

namespace DigitsWeb.Reading;

/// <summary>A drawing as the models read it.</summary>
/// <param name="Digit">What they say together; null if none has answered yet.</param>
/// <param name="Confidence">How sure they are of it, from 0 to 1.</param>
/// <param name="Image">What they saw: 8×8 grey levels, 0 (white) to 1 (black).</param>
/// <param name="Opinions">What each model says, in the order of their answers.</param>
/// <param name="Calls">The calls that have ended, in the order of their starts.</param>
/// <param name="Elapsed">The milliseconds since the request began.</param>
public sealed record DigitReading(int? Digit, float Confidence, float[] Image, Opinion[] Opinions, TimedCall[] Calls, double Elapsed)
{
    internal static DigitReading Of(float[] image, Opinion[] opinions, TimeLine line)
    {
        float[]? scores = Opinion.Together(opinions);
        return scores is null
            ? new DigitReading(null, 0, image, opinions, line.Calls, line.Now)
            : new DigitReading(Opinion.Likeliest(scores), scores.Max(), image, opinions, line.Calls, line.Now);
    }
}
