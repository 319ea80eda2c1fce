using Polly.CircuitBreaker;
using Polly.Retry;

namespace Pipeline.Calls;

/// <summary>What configuration says under <c>Resilience</c>, of a service or of one of its APIs.</summary>
internal sealed class ResilienceOptions
{
    public RetryStrategyOptions? Retry { get; init; }

    public CircuitBreakerStrategyOptions? CircuitBreaker { get; init; }

    /// <summary>Never together with <see cref="Retry"/>: a hedged call tries again at a failure already.</summary>
    public HedgingOptions? Hedging { get; init; }

    /// <summary>The key of what makes a call happen more than once, or null where nothing does.</summary>
    public string? RepeatedBy => Retry is not null ? nameof(Retry) : Hedging is not null ? nameof(Hedging) : null;
}

/// <summary>How a call is hedged: Polly's own options exist only for a type of result.</summary>
/// <param name="MaxHedgedAttempts">How many more attempts there may be.</param>
/// <param name="Delay">How long an attempt may take before the next one starts beside it.</param>
internal sealed record HedgingOptions(int MaxHedgedAttempts, TimeSpan Delay);
