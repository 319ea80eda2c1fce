using System.Numerics.Tensors;
using Digits.Data;

namespace Digits.Models;

/// <summary>What a model says of a batch: for each picture, how likely each digit is.</summary>
/// <param name="Rows">One row per picture; each has one probability per digit.</param>
public sealed record Scores(float[][] Rows)
{
    /// <summary>The likeliest digit of each picture.</summary>
    public int[] Digits() => Array.ConvertAll(Rows, Likeliest);

    /// <summary>The mean of several models' opinions.</summary>
    /// <exception cref="ArgumentException">There is no opinion.</exception>
    public static Scores Mean(params ReadOnlySpan<Scores> members)
    {
        if (members.IsEmpty)
            throw new ArgumentException("No model has an opinion.", nameof(members));

        var rows = new float[members[0].Rows.Length][];
        for (int row = 0; row < rows.Length; row++)
        {
            float[] mean = rows[row] = new float[DigitSet.Classes];
            foreach (Scores member in members)
                TensorPrimitives.Add(mean, member.Rows[row], mean);
            TensorPrimitives.Divide(mean, members.Length, mean);
        }
        return new Scores(rows);
    }

    private static int Likeliest(float[] row) => TensorPrimitives.IndexOfMax<float>(row);
}
