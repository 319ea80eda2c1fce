using Digits.Data;
using Digits.Models;
using Pipeline;

namespace DigitsWeb.Reading;

/// <summary>What one model makes of a drawing.</summary>
/// <param name="Model">The model.</param>
/// <param name="Digit">The likeliest digit; null if the model did not answer.</param>
/// <param name="Scores">How likely each digit is, from 0 to 1; empty if the model did not answer.</param>
/// <param name="Failure">Why the model did not answer; null if it did.</param>
public sealed record Opinion(string Model, int? Digit, float[] Scores, string? Failure)
{
    /// <summary>The opinion behind a call that has ended.</summary>
    internal static Opinion Of(string model, Outcome<Scores> outcome)
    {
        if (!outcome.TryGetValue(out Scores? scores))
            return new Opinion(model, null, [], Explain(outcome.Exception!));

        float[] mean = Mean(scores.Rows);
        return new Opinion(model, Likeliest(mean), mean, null);
    }

    /// <summary>What several models say together; null if none has answered.</summary>
    internal static float[]? Together(IEnumerable<Opinion> opinions)
    {
        float[][] answers = [.. opinions.Where(opinion => opinion.Digit is not null).Select(opinion => opinion.Scores)];
        return answers.Length == 0 ? null : Mean(answers);
    }

    /// <summary>The digit with the highest score.</summary>
    internal static int Likeliest(float[] scores) => Array.IndexOf(scores, scores.Max());

    private static float[] Mean(float[][] rows) =>
        [.. Enumerable.Range(0, DigitSet.Classes).Select(digit => rows.Average(row => row[digit]))];

    // A model's own words may tell of the machine it runs on; the kind of failure does not.
    private static string Explain(Exception exception) => exception switch
    {
        TimeoutException or OperationCanceledException => "too late",
        ServiceOverloadedException => "too busy",
        ServiceUnavailableException => "not available",
        _ => "failed",
    };
}
