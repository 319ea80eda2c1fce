using System.Numerics;
using Digits.Data;

namespace DigitsWeb.Drawing;

/// <summary>
/// A drawing as the data set has digits: cut out, fitted into 32×32 black and white pixels, and reduced to 8×8 by counting the black
/// pixels of each 4×4 block.
/// </summary>
internal static class Bitmap
{
    private const int Block = 4;
    private const int Side = DigitSet.Side * Block;

    // Digits of the data set are as high as the bitmap, and no wider than three quarters of it.
    private const float Width = Side * 0.75f;

    /// <summary>Draws with a pen of some thickness, somewhat to the side.</summary>
    /// <param name="strokes">The lines.</param>
    /// <param name="pen">The pen's radius, in pixels of the bitmap.</param>
    /// <param name="offset">Where the drawing is moved, in pixels of the bitmap.</param>
    /// <returns>The grey levels of 8×8 pixels, 0 (white) to 1 (black).</returns>
    public static float[] Draw(IReadOnlyList<Stroke> strokes, float pen, Vector2 offset)
    {
        Vector2[][] lines = Fit(strokes, pen, offset);
        var image = new float[DigitSet.Side * DigitSet.Side];
        for (int pixel = 0; pixel < Side * Side; pixel++)
        {
            var (y, x) = Math.DivRem(pixel, Side);
            var centre = new Vector2(x + 0.5f, y + 0.5f);
            if (Array.Exists(lines, line => IsNear(centre, line, pen * pen)))
                image[(y / Block * DigitSet.Side) + (x / Block)] += 1f / (Block * Block);
        }

        return image;
    }

    private static Vector2[][] Fit(IReadOnlyList<Stroke> strokes, float pen, Vector2 offset)
    {
        Vector2[][] lines = [.. strokes.Select(stroke => Array.ConvertAll(stroke.Points, point => new Vector2(point.X, point.Y)))];
        Vector2 low = lines.SelectMany(line => line).Aggregate(Vector2.Min);
        Vector2 high = lines.SelectMany(line => line).Aggregate(Vector2.Max);
        Vector2 size = Vector2.Max(high - low, new Vector2(1e-6f));
        float scale = MathF.Min((Side - (2 * pen)) / size.Y, (Width - (2 * pen)) / size.X);
        Vector2 middle = (low + high) / 2;
        return Array.ConvertAll(lines, line => Array.ConvertAll(line, point => ((point - middle) * scale) + new Vector2(Side / 2f) + offset));
    }

    private static bool IsNear(Vector2 point, Vector2[] line, float squaredDistance)
    {
        for (int end = 0; end < line.Length; end++)
        {
            if (SquaredDistance(point, line[Math.Max(0, end - 1)], line[end]) <= squaredDistance)
                return true;
        }

        return false;
    }

    private static float SquaredDistance(Vector2 point, Vector2 start, Vector2 end)
    {
        Vector2 way = end - start;
        float length = way.LengthSquared();
        float nearest = length == 0 ? 0 : Math.Clamp(Vector2.Dot(point - start, way) / length, 0, 1);
        return Vector2.DistanceSquared(point, start + (nearest * way));
    }
}
