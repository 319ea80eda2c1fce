namespace Pipeline.Calls;

/// <summary>What holds for the calls of one API.</summary>
internal sealed record ApiOptions
{
    /// <summary>The time a call may take, or null for any.</summary>
    public TimeSpan? Timeout { get; init; }

    /// <summary>The time one attempt may take from when it has its slot, or null for any.</summary>
    public TimeSpan? AttemptTimeout { get; init; }

    /// <summary>How many calls of this API may run in all, or null for as many as the service lets.</summary>
    public int? Concurrency { get; init; }

    /// <summary>What is done about failures; null for nothing.</summary>
    public ResilienceOptions? Resilience { get; init; }

    /// <summary>The failures that may pass.</summary>
    public TransientFailures Transient { get; init; } = TransientFailures.Known;

    /// <summary>Whether the API asks for more than a bare call by itself.</summary>
    public bool AreAny => Timeout is not null || AttemptTimeout is not null || Concurrency is not null || Resilience is not null;
}
