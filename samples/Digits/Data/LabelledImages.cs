namespace Digits.Data;

/// <summary>Pictures of digits, and which digit each one is.</summary>
/// <param name="Pixels">One row of 64 grey levels per picture, 0 (white) to 1 (black).</param>
/// <param name="Digits">The digit of each row.</param>
public sealed record LabelledImages(float[][] Pixels, int[] Digits)
{
    /// <summary>How many there are.</summary>
    public int Count => Digits.Length;

    /// <summary>The share of the answers that are right.</summary>
    public double Accuracy(IReadOnlyList<int> answers) =>
        Digits.Where((digit, row) => answers[row] == digit).Count() / (double)Count;

    /// <summary>The same pictures several times over: a larger batch of the same difficulty.</summary>
    public LabelledImages Repeat(int times) =>
        new([.. Enumerable.Repeat(Pixels, times).SelectMany(rows => rows)], [.. Enumerable.Repeat(Digits, times).SelectMany(rows => rows)]);
}
