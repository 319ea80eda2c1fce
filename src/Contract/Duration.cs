using System.Globalization;

namespace Pipeline.Contract;

/// <summary>The times attributes declare: a number with a unit ("250ms", "30s", "5m", "1h"), or a <see cref="TimeSpan"/> literal.</summary>
internal static class Duration
{
    private static readonly (string Unit, double Milliseconds)[] Units = [("ms", 1), ("s", 1_000), ("m", 60_000), ("h", 3_600_000)];

    /// <summary>Reads a positive duration; false for anything else.</summary>
    public static bool TryParse(string text, out TimeSpan duration)
    {
        text = text.Trim();
        foreach (var (unit, milliseconds) in Units)
        {
            if (text.EndsWith(unit, StringComparison.Ordinal))
                return TryScale(text.Substring(0, text.Length - unit.Length), milliseconds, out duration);
        }

        return TryParseClock(text, out duration);
    }

    /// <summary>Writes a duration as <see cref="TryParse"/> reads it, in the unit people would say it in.</summary>
    public static string Format(TimeSpan duration)
    {
        double milliseconds = duration.TotalMilliseconds;
        var (unit, size) = Units.Last(unit => unit.Milliseconds switch
        {
            1 => true,
            1_000 => milliseconds >= 1_000,
            var whole => milliseconds >= whole && milliseconds % whole == 0,
        });
        return (milliseconds / size).ToString("0.####", CultureInfo.InvariantCulture) + unit;
    }

    // Not TimeSpan's own rules: they read "24:00:00" as 24 days.
    private static bool TryParseClock(string text, out TimeSpan duration)
    {
        duration = default;
        string[] parts = text.Split(':');
        if (parts.Length is not (2 or 3))
            return false;

        string[] dayAndHours = parts[0].Split('.');
        double days = 0;
        double seconds = 0;
        if (dayAndHours.Length > 2
            || (dayAndHours.Length == 2 && !TryRead(dayAndHours[0], NumberStyles.None, out days))
            || !TryRead(dayAndHours[dayAndHours.Length - 1], NumberStyles.None, out double hours)
            || !TryRead(parts[1], NumberStyles.None, out double minutes)
            || (parts.Length == 3 && !TryRead(parts[2], NumberStyles.AllowDecimalPoint, out seconds)))
            return false;
        if (minutes >= 60 || seconds >= 60 || (dayAndHours.Length == 2 && hours >= 24))
            return false;

        double ticks = ((((((days * 24) + hours) * 60) + minutes) * 60) + seconds) * TimeSpan.TicksPerSecond;
        if (ticks is not (>= 1 and < long.MaxValue))
            return false;

        duration = TimeSpan.FromTicks((long)Math.Round(ticks));
        return true;
    }

    private static bool TryRead(string number, NumberStyles styles, out double value) =>
        double.TryParse(number, styles, CultureInfo.InvariantCulture, out value);

    private static bool TryScale(string number, double milliseconds, out TimeSpan duration)
    {
        duration = default;
        if (!double.TryParse(number, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double value))
            return false;

        double ticks = value * milliseconds * TimeSpan.TicksPerMillisecond;
        if (ticks is not (>= 1 and < long.MaxValue))
            return false;

        duration = TimeSpan.FromTicks((long)Math.Round(ticks));
        return true;
    }
}
