using Digits.Data;
using Pipeline;

namespace Digits.Features;

/// <summary>Describes a picture by the shadows it casts when lit from eight directions: a small Radon transform.</summary>
[Service(Effect = Effect.None)]
public sealed partial class ProfileFeatures
{
    private const int Side = DigitSet.Side;
    private const int Directions = 8;
    private const int Bins = 12;
    private const int Corners = 4;

    private static readonly float[] Shadows = [.. Enumerable.Range(0, Side * Side).SelectMany(Project)];

    /// <summary>Turns each picture of a batch into 96 numbers.</summary>
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
        var shadows = new float[Directions * Bins];
        for (int pixel = 0; pixel < image.Length; pixel++)
        {
            if (image[pixel] > 0)
                Cast(shadows, pixel, image[pixel] / Side);
        }
        return shadows;
    }

    private static void Cast(Span<float> shadows, int pixel, float ink)
    {
        int shadow = pixel * Corners * Directions;
        for (int corner = 0; corner < Corners; corner++)
        {
            for (int direction = 0; direction < Directions; direction++, shadow++)
            {
                int bin = (int)Shadows[shadow];
                float fraction = Shadows[shadow] - bin;
                shadows[(direction * Bins) + bin] += ink * (1 - fraction);
                shadows[(direction * Bins) + bin + 1] += ink * fraction;
            }
        }
    }

    /// <summary>Where the shadows of a pixel's corners fall, in bins, for each direction.</summary>
    private static IEnumerable<float> Project(int pixel)
    {
        const float centre = Side / 2f;
        float farthest = MathF.Sqrt(2) * centre;
        return from corner in Enumerable.Range(0, Corners)
               let x = (pixel % Side) + (corner & 1) - centre
               let y = (pixel / Side) + (corner >> 1) - centre
               from direction in Enumerable.Range(0, Directions)
               let angle = MathF.SinCos(MathF.PI * direction / Directions)
               let shadow = ((x * angle.Cos) + (y * angle.Sin)) / farthest
               select Math.Clamp((shadow + 1) / 2 * (Bins - 1), 0, Bins - 1.001f);
    }
}
