using Polly;
using Polly.CircuitBreaker;
using Polly.Retry;

namespace Pipeline.Calls;

/// <summary>Reads one <c>Resilience</c> section into the options of the strategies, whose names and defaults it shares.</summary>
internal sealed class ResilienceReader(OptionsSection section)
{
    // The limits of the strategies.
    private static readonly TimeSpan ShortestPause = TimeSpan.FromMilliseconds(1);
    private static readonly TimeSpan ShortestBreak = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan Longest = TimeSpan.FromDays(1);

    public ResilienceOptions Read()
    {
        section.CheckKeys(nameof(ResilienceOptions.Retry), nameof(ResilienceOptions.CircuitBreaker), nameof(ResilienceOptions.Hedging));
        var retry = section.Find(nameof(ResilienceOptions.Retry));
        var hedging = section.Find(nameof(ResilienceOptions.Hedging));
        if (retry is not null && hedging is not null)
            section.Report("has Retry and Hedging: choose one. A hedged call tries again at a failure already.");

        return new()
        {
            Retry = retry is null ? null : ReadRetry(retry),
            CircuitBreaker = section.Find(nameof(ResilienceOptions.CircuitBreaker)) is { } breaker ? ReadBreaker(breaker) : null,
            Hedging = hedging is null ? null : ReadHedging(hedging),
        };
    }

    private static RetryStrategyOptions ReadRetry(OptionsSection section)
    {
        var options = new RetryStrategyOptions();
        section.CheckKeys(
            nameof(options.MaxRetryAttempts),
            nameof(options.Delay),
            nameof(options.MaxDelay),
            nameof(options.BackoffType),
            nameof(options.UseJitter));
        options.MaxRetryAttempts = section.Number(nameof(options.MaxRetryAttempts), atLeast: 1) ?? options.MaxRetryAttempts;
        options.Delay = section.Time(nameof(options.Delay), ShortestPause, Longest) ?? options.Delay;
        options.MaxDelay = section.Time(nameof(options.MaxDelay), ShortestPause, Longest);
        options.BackoffType = section.OneOf<DelayBackoffType>(nameof(options.BackoffType)) ?? options.BackoffType;
        options.UseJitter = section.Flag(nameof(options.UseJitter)) ?? options.UseJitter;
        return options;
    }

    private static CircuitBreakerStrategyOptions ReadBreaker(OptionsSection section)
    {
        var options = new CircuitBreakerStrategyOptions();
        section.CheckKeys(
            nameof(options.FailureRatio), nameof(options.MinimumThroughput), nameof(options.SamplingDuration), nameof(options.BreakDuration));
        options.FailureRatio = section.Ratio(nameof(options.FailureRatio)) ?? options.FailureRatio;
        options.MinimumThroughput = section.Number(nameof(options.MinimumThroughput), atLeast: 2) ?? options.MinimumThroughput;
        options.SamplingDuration = section.Time(nameof(options.SamplingDuration), ShortestBreak, Longest) ?? options.SamplingDuration;
        options.BreakDuration = section.Time(nameof(options.BreakDuration), ShortestBreak, Longest) ?? options.BreakDuration;
        return options;
    }

    private static HedgingOptions ReadHedging(OptionsSection section)
    {
        section.CheckKeys(nameof(HedgingOptions.MaxHedgedAttempts), nameof(HedgingOptions.Delay));
        return new(
            section.Number(nameof(HedgingOptions.MaxHedgedAttempts), atLeast: 1, atMost: 10) ?? 1,
            section.Time(nameof(HedgingOptions.Delay), ShortestPause, Longest) ?? TimeSpan.FromSeconds(2));
    }
}
