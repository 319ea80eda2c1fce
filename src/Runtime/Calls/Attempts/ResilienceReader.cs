namespace Pipeline.Calls;

/// <summary>Reads one <c>Resilience</c> section.</summary>
internal sealed class ResilienceReader(OptionsSection section)
{
    private static readonly TimeSpan ShortestPause = TimeSpan.FromMilliseconds(1);
    private static readonly TimeSpan ShortestBreak = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan Longest = TimeSpan.FromDays(1);

    public ResilienceOptions Read()
    {
        section.CheckKeys(
            nameof(ResilienceOptions.Retry),
            nameof(ResilienceOptions.CircuitBreaker),
            nameof(ResilienceOptions.Hedging),
            TransientFailures.Key);
        var retry = section.Switch(nameof(ResilienceOptions.Retry));
        var hedging = section.Switch(nameof(ResilienceOptions.Hedging));
        if (retry is not null && hedging is not null)
            section.Report("has Retry and Hedging: choose one. A hedged call tries again at a failure already.");

        return new()
        {
            Retry = retry is null ? null : ReadRetry(retry),
            CircuitBreaker = section.Switch(nameof(ResilienceOptions.CircuitBreaker)) is { } breaker ? ReadBreaker(breaker) : null,
            Hedging = hedging is null ? null : ReadHedging(hedging),
        };
    }

    private static RetryOptions ReadRetry(OptionsSection section)
    {
        var defaults = new RetryOptions();
        section.CheckKeys(
            nameof(defaults.MaxRetryAttempts),
            nameof(defaults.Delay),
            nameof(defaults.MaxDelay),
            nameof(defaults.BackoffType),
            nameof(defaults.UseJitter));
        return new()
        {
            MaxRetryAttempts = section.Number(nameof(defaults.MaxRetryAttempts), atLeast: 1) ?? defaults.MaxRetryAttempts,
            Delay = section.Time(nameof(defaults.Delay), ShortestPause, Longest) ?? defaults.Delay,
            MaxDelay = section.Time(nameof(defaults.MaxDelay), ShortestPause, Longest),
            BackoffType = section.OneOf<RetryBackoff>(nameof(defaults.BackoffType)) ?? defaults.BackoffType,
            UseJitter = section.Flag(nameof(defaults.UseJitter)) ?? defaults.UseJitter,
        };
    }

    private static CircuitBreakerOptions ReadBreaker(OptionsSection section)
    {
        var defaults = new CircuitBreakerOptions();
        section.CheckKeys(
            nameof(defaults.FailureRatio),
            nameof(defaults.MinimumThroughput),
            nameof(defaults.SamplingDuration),
            nameof(defaults.BreakDuration));
        return new()
        {
            FailureRatio = section.Ratio(nameof(defaults.FailureRatio)) ?? defaults.FailureRatio,
            MinimumThroughput = section.Number(nameof(defaults.MinimumThroughput), atLeast: 2) ?? defaults.MinimumThroughput,
            SamplingDuration = section.Time(nameof(defaults.SamplingDuration), ShortestBreak, Longest) ?? defaults.SamplingDuration,
            BreakDuration = section.Time(nameof(defaults.BreakDuration), ShortestBreak, Longest) ?? defaults.BreakDuration,
        };
    }

    private static HedgingOptions ReadHedging(OptionsSection section)
    {
        var defaults = new HedgingOptions();
        section.CheckKeys(nameof(defaults.MaxHedgedAttempts), nameof(defaults.Delay));
        return new()
        {
            MaxHedgedAttempts = section.Number(nameof(defaults.MaxHedgedAttempts), atLeast: 1, atMost: 10) ?? defaults.MaxHedgedAttempts,
            Delay = section.Time(nameof(defaults.Delay), ShortestPause, Longest) ?? defaults.Delay,
        };
    }
}
