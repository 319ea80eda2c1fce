using System.Numerics.Tensors;
using Digits.Data;
using Digits.Models;
using Pipeline;

namespace Digits;

/// <summary>Decides among what models propose: a digit counts for more the closer its nearest known example is to the picture.</summary>
[Service(Effect = Effect.None)]
public sealed partial class Ranker(DigitSet digits)
{
    private const int Candidates = 2;

    private readonly float[][][] _examples =
        [.. Enumerable.Range(0, DigitSet.Classes).Select(digit => digits.Training.Pixels.Where((_, row) => digits.Training.Digits[row] == digit).ToArray())];

    /// <summary>The digit of each picture.</summary>
    [Api]
    public int[] Rank(float[][] images, Scores proposals, CancellationToken cancellationToken)
    {
        var digits = new int[images.Length];
        for (int row = 0; row < images.Length; row++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            digits[row] = First(images[row], proposals.Rows[row]);
        }
        return digits;
    }

    private int First(float[] image, float[] likelihoods) =>
        Enumerable.Range(0, DigitSet.Classes)
            .OrderByDescending(digit => likelihoods[digit])
            .Take(Candidates)
            .MinBy(digit => Misfit(image, digit) - MathF.Log(likelihoods[digit]));

    /// <summary>The squared distance to the nearest example of a digit.</summary>
    private float Misfit(float[] image, int digit)
    {
        float nearest = float.MaxValue;
        foreach (float[] example in _examples[digit])
            nearest = Math.Min(nearest, TensorPrimitives.Distance<float>(image, example));
        return nearest * nearest;
    }
}
