namespace Pipeline.Traces;

/// <summary>Times below which a part of all lie. Immutable.</summary>
public readonly record struct Quantiles
{
    /// <summary>Half of them: the median.</summary>
    public required TimeSpan P50 { get; init; }

    /// <summary>95 of 100.</summary>
    public required TimeSpan P95 { get; init; }

    /// <summary>99 of 100.</summary>
    public required TimeSpan P99 { get; init; }

    /// <summary>Those of some times: each the smallest time that at least that part is not above. Zero for none.</summary>
    /// <param name="times">The times.</param>
    public static Quantiles Of(IEnumerable<TimeSpan> times)
    {
        TimeSpan[] sorted = [.. times.Order()];
        return sorted is [] ? default : new() { P50 = At(0.50), P95 = At(0.95), P99 = At(0.99) };

        TimeSpan At(double part) => sorted[Math.Max(0, (int)Math.Ceiling(part * sorted.Length) - 1)];
    }
}
