using System.Globalization;

namespace Pipeline.Remote.Web;

/// <summary>The value of <see cref="WebNames.Timeout"/>.</summary>
internal static class CallTimeout
{
    private static readonly (string Unit, double Milliseconds)[] Units =
        [("ms", 1), ("s", 1_000), ("m", 60_000), ("h", 3_600_000), ("", 1)];

    public static string Format(TimeSpan time) =>
        $"{Math.Ceiling(Math.Max(0, time.TotalMilliseconds)).ToString("F0", CultureInfo.InvariantCulture)}ms";

    /// <summary>The time; null if the text is none, or none that a call could end in.</summary>
    public static TimeSpan? TryParse(string text)
    {
        var (unit, milliseconds) = Units.First(unit => text.EndsWith(unit.Unit, StringComparison.Ordinal));
        return double.TryParse(
            text.AsSpan(0, text.Length - unit.Length), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double number)
            && number * milliseconds is > 0 and var total and <= int.MaxValue
                ? TimeSpan.FromMilliseconds(total)
                : null;
    }
}
