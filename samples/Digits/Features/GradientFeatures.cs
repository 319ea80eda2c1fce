using System.Numerics.Tensors;
using Digits.Data;
using Pipeline;

namespace Digits.Features;

/// <summary>
/// Describes a picture by its strokes: a histogram of gradient directions in each of 4×4 overlapping cells (after Dalal and
/// Triggs, 2005).
/// </summary>
[Service(Effect = Effect.None)]
public sealed partial class GradientFeatures
{
    private const int Side = DigitSet.Side;
    private const int Cells = 4;
    private const int Directions = 8;

    /// <summary>Turns each picture of a batch into 128 numbers.</summary>
    [Api]
    public float[][] Extract(float[][] images, CancellationToken cancellationToken)
    {
        var features = new float[images.Length][];
        for (int row = 0; row < images.Length; row++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            features[row] = Describe(images[row]);
        }
        return features;
    }

    private static float[] Describe(float[] image)
    {
        var histograms = new float[Cells * Cells * Directions];
        for (int y = 0; y < Side; y++)
        {
            for (int x = 0; x < Side; x++)
            {
                float dx = Pixel(image, x + 1, y) - Pixel(image, x - 1, y);
                float dy = Pixel(image, x, y + 1) - Pixel(image, x, y - 1);
                float strength = MathF.Sqrt((dx * dx) + (dy * dy));
                if (strength > 0)
                    Count(histograms, x, y, strength, MathF.Atan2(dy, dx));
            }
        }
        TensorPrimitives.Divide(histograms, TensorPrimitives.Norm<float>(histograms) + float.Epsilon, histograms);
        TensorPrimitives.Sqrt(histograms, histograms);
        return histograms;
    }

    /// <summary>Shares a gradient among the four nearest cells and the two nearest directions.</summary>
    private static void Count(Span<float> histograms, int x, int y, float strength, float angle)
    {
        var (column, right) = Split((x - 0.5f) / 2);
        var (line, below) = Split((y - 0.5f) / 2);
        var (direction, next) = Split((angle / MathF.Tau * Directions) + Directions);
        for (int corner = 0; corner < 4; corner++)
        {
            int cellX = column + (corner & 1);
            int cellY = line + (corner >> 1);
            if (cellX is < 0 or >= Cells || cellY is < 0 or >= Cells)
                continue;

            float share = strength * ((corner & 1) == 0 ? 1 - right : right) * ((corner >> 1) == 0 ? 1 - below : below);
            int cell = ((cellY * Cells) + cellX) * Directions;
            histograms[cell + (direction % Directions)] += share * (1 - next);
            histograms[cell + ((direction + 1) % Directions)] += share * next;
        }
    }

    private static (int Whole, float Fraction) Split(float value)
    {
        float whole = MathF.Floor(value);
        return ((int)whole, value - whole);
    }

    private static float Pixel(float[] image, int x, int y) =>
        x is < 0 or >= Side || y is < 0 or >= Side ? 0 : image[(y * Side) + x];
}
