namespace Pipeline.Calls;

/// <summary>What is done about failing calls of a service or of one of its APIs.</summary>
internal sealed record ResilienceOptions
{
    /// <summary>How a failed call is tried again; null for not at all.</summary>
    public RetryOptions? Retry { get; init; }

    /// <summary>When a service that keeps failing is not called for a while; null for never.</summary>
    public CircuitBreakerOptions? CircuitBreaker { get; init; }

    /// <summary>How a slow call is tried a second time; null for not at all. Never together with <see cref="Retry"/>.</summary>
    public HedgingOptions? Hedging { get; init; }

    /// <summary>The key of what makes a call happen more than once, or null where nothing does.</summary>
    public string? RepeatedBy => Retry is not null ? nameof(Retry) : Hedging is not null ? nameof(Hedging) : null;
}

/// <summary>How often a failed call is tried again, and when.</summary>
internal sealed record RetryOptions
{
    /// <summary>How many attempts may follow the first.</summary>
    public int MaxRetryAttempts { get; init; } = 2;

    /// <summary>The pause before the second attempt.</summary>
    public TimeSpan Delay { get; init; } = TimeSpan.FromMilliseconds(200);

    /// <summary>The longest pause; null for any.</summary>
    public TimeSpan? MaxDelay { get; init; }

    /// <summary>How the pauses grow.</summary>
    public RetryBackoff BackoffType { get; init; } = RetryBackoff.Exponential;

    /// <summary>Whether pauses vary at random, so that callers that failed together do not come back together.</summary>
    public bool UseJitter { get; init; } = true;
}

/// <summary>When a service that keeps failing is not called for a while.</summary>
internal sealed record CircuitBreakerOptions
{
    /// <summary>The share of calls that must fail.</summary>
    public double FailureRatio { get; init; } = 0.1;

    /// <summary>How many calls there must be for the share to count.</summary>
    public int MinimumThroughput { get; init; } = 100;

    /// <summary>The time over which calls are counted.</summary>
    public TimeSpan SamplingDuration { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long no call is made.</summary>
    public TimeSpan BreakDuration { get; init; } = TimeSpan.FromSeconds(5);
}

/// <summary>How a call is tried a second time while the first still runs; the first answer counts.</summary>
internal sealed record HedgingOptions
{
    /// <summary>How many attempts may follow the first.</summary>
    public int MaxHedgedAttempts { get; init; } = 1;

    /// <summary>How long an attempt may take before the next one starts beside it.</summary>
    public TimeSpan Delay { get; init; } = TimeSpan.FromSeconds(2);
}
