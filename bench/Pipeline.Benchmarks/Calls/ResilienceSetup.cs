using BenchmarkDotNet.Attributes;
using Polly;
using Polly.CircuitBreaker;
using Polly.Hedging;
using Polly.Retry;

namespace Pipeline.Benchmarks.Calls;

/// <summary>One service behind each kind of resilience, and the same strategies of Polly around a bare call. No call ever fails.</summary>
[MemoryDiagnoser]
public abstract class ResilienceSetup
{
    /// <summary>How many calls an invocation makes.</summary>
    protected const int Calls = 64;

    private static readonly (string, string) Retry = ("Resilience:Retry:MaxRetryAttempts", "3");
    private static readonly (string, string) Breaker = ("Resilience:CircuitBreaker:FailureRatio", "0.5");
    private static readonly (string, string) Hedging = ("Resilience:Hedging:MaxHedgedAttempts", "1");
    private static readonly (string, string) Concurrency = (nameof(Concurrency), "4");
    private static readonly (string, string) Timeout = (nameof(Timeout), "30s");

    private readonly TargetApps _apps = new();

    /// <summary>The floor.</summary>
    protected Forward HandWritten { get; } = new BareForward(new Target());

    /// <summary>With <c>Retry</c>.</summary>
    protected Target.Proxy Retried { get; private set; } = null!;

    /// <summary>With <c>CircuitBreaker</c>.</summary>
    protected Target.Proxy Broken { get; private set; } = null!;

    /// <summary>With <c>Hedging</c>.</summary>
    protected Target.Proxy Hedged { get; private set; } = null!;

    /// <summary>With a deadline, retries, a circuit breaker and a limit.</summary>
    protected Target.Proxy Everything { get; private set; } = null!;

    /// <summary>Polly's retry.</summary>
    protected Forward PollyRetry { get; private set; } = null!;

    /// <summary>Polly's circuit breaker.</summary>
    protected Forward PollyBreaker { get; private set; } = null!;

    /// <summary>Polly's hedging.</summary>
    protected Forward PollyHedging { get; private set; } = null!;

    /// <summary>Polly's timeout, retry, circuit breaker and concurrency limiter.</summary>
    protected Forward PollyEverything { get; private set; } = null!;

    /// <summary>Starts the services and wraps the hand-written calls.</summary>
    [GlobalSetup]
    public async Task StartAsync()
    {
        Retried = await _apps.StartAsync(Retry);
        Broken = await _apps.StartAsync(Breaker);
        Hedged = await _apps.StartAsync(Hedging);
        Everything = await _apps.StartAsync(Timeout, Retry, Breaker, Concurrency);

        PollyRetry = Polly(AddRetry);
        PollyBreaker = Polly(AddBreaker);
        PollyEverything = Polly(static builder =>
            AddBreaker(AddRetry(builder.AddTimeout(TimeSpan.FromSeconds(30))))
                .AddConcurrencyLimiter(permitLimit: 4, queueLimit: int.MaxValue));
        var hedged = new ResiliencePipelineBuilder<int>().AddHedging(new HedgingStrategyOptions<int> { MaxHedgedAttempts = 1 });
        PollyHedging = new PollyHedgedForward(HandWritten, hedged.Build());
    }

    /// <summary>Stops the services.</summary>
    [GlobalCleanup]
    public async Task StopAsync() => await _apps.DisposeAsync();

    private static ResiliencePipelineBuilder AddRetry(ResiliencePipelineBuilder builder) => builder.AddRetry(new RetryStrategyOptions());

    private static ResiliencePipelineBuilder AddBreaker(ResiliencePipelineBuilder builder) =>
        builder.AddCircuitBreaker(new CircuitBreakerStrategyOptions { FailureRatio = 0.5 });

    private PollyForward Polly(Func<ResiliencePipelineBuilder, ResiliencePipelineBuilder> add) =>
        new(HandWritten, add(new ResiliencePipelineBuilder()).Build());
}
