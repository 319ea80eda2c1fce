namespace Pipeline.Traces;

/// <summary>Times below which a part of all lie.</summary>
/// <param name="P50">Half of them: the median.</param>
/// <param name="P95">95 of 100.</param>
/// <param name="P99">99 of 100.</param>
public readonly record struct Quantiles(TimeSpan P50, TimeSpan P95, TimeSpan P99)
{
    /// <summary>Those of some times: each the smallest time that at least that part is not above. Zero for none.</summary>
    /// <param name="times">The times.</param>
    public static Quantiles Of(IEnumerable<TimeSpan> times)
    {
        TimeSpan[] sorted = [.. times.Order()];
        return sorted is [] ? default : new(At(0.50), At(0.95), At(0.99));

        TimeSpan At(double part) => sorted[Math.Max(0, (int)Math.Ceiling(part * sorted.Length) - 1)];
    }
}
