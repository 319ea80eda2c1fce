using System.Numerics;
using Pipeline;

namespace DigitsWeb.Drawing;

/// <summary>Turns a drawing into pictures that the models can read.</summary>
[Service(Effect = Effect.None)]
public sealed partial class Draftsman
{
    private static readonly float[] Pens = [3.5f, 2.8f, 4.2f];
    private static readonly Vector2[] Offsets = [new(0, 0), new(-1.5f, 0), new(1.5f, 0), new(0, -1), new(0, 1)];

    /// <summary>
    /// Draws the digit several times, each time with another pen or a little to the side: a model that reads all of them is not misled
    /// by a pixel.
    /// </summary>
    [Api]
    public float[][] Draw(Stroke[] strokes, CancellationToken cancellationToken)
    {
        var images = new List<float[]>(Pens.Length * Offsets.Length);
        foreach (float pen in Pens)
        {
            foreach (Vector2 offset in Offsets)
            {
                cancellationToken.ThrowIfCancellationRequested();
                images.Add(Bitmap.Draw(strokes, pen, offset));
            }
        }

        return [.. images];
    }
}
