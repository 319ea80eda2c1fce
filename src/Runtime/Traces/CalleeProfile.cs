namespace Pipeline.Traces;

/// <summary>What the requests of an API spent on one callee. Immutable.</summary>
public sealed record CalleeProfile
{
    /// <summary>What was called: <c>Service/Api</c>; the API itself too.</summary>
    public required string Name { get; init; }

    /// <summary>How often a request called it, on average.</summary>
    public required double CallsPerRequest { get; init; }

    /// <summary>How long a call took.</summary>
    public required Quantiles Durations { get; init; }

    /// <summary>Its part of the critical paths, without what it called itself: 0 to 1.</summary>
    public required double Share { get; init; }

    /// <summary>
    /// What the median of the requests would be shorter by, were the callee twice as fast; of the first requests of the sample alone where
    /// these have very many calls. Computed when first asked for.
    /// </summary>
    public TimeSpan Saves => Saving.Value;

    internal Lazy<TimeSpan> Saving { get; init; } = new(TimeSpan.Zero);
}
