using System.Globalization;

namespace Digits.Data;

/// <summary>The data set, split into what models learn from and what they are judged by.</summary>
public sealed record DigitSet(LabelledImages Training, LabelledImages HeldOut)
{
    /// <summary>The side of a picture in pixels.</summary>
    public const int Side = 8;

    /// <summary>How many digits there are.</summary>
    public const int Classes = 10;

    private const float Black = 16;
    private const double TrainingShare = 0.7;
    private const int SplitSeed = 7;

    /// <summary>Reads the data set from the assembly. The split is the same in every run.</summary>
    public static DigitSet Load()
    {
        using var stream = typeof(DigitSet).Assembly.GetManifestResourceStream("digits.csv")!;
        using var reader = new StreamReader(stream);
        int[][] lines = [.. reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(ParseLine)];
        new Random(SplitSeed).Shuffle(lines);
        int training = (int)(lines.Length * TrainingShare);
        return new DigitSet(ToImages(lines.AsSpan(0, training)), ToImages(lines.AsSpan(training)));
    }

    private static int[] ParseLine(string line) =>
        [.. line.Split(',').Select(number => int.Parse(number, CultureInfo.InvariantCulture))];

    private static LabelledImages ToImages(ReadOnlySpan<int[]> lines)
    {
        var pixels = new float[lines.Length][];
        var digits = new int[lines.Length];
        for (int row = 0; row < lines.Length; row++)
        {
            pixels[row] = Array.ConvertAll(lines[row][..(Side * Side)], grey => grey / Black);
            digits[row] = lines[row][^1];
        }
        return new LabelledImages(pixels, digits);
    }
}
