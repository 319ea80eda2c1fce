using BenchmarkDotNet.Attributes;
using Pipeline.Benchmarks.Interleaving;

namespace Pipeline.Benchmarks.Calls;

/// <summary>The price of resilience on the async view, while nothing fails: the ratio is to the hand-written virtual forward.</summary>
public class AsyncResilienceBenchmarks : ResilienceSetup
{
    private readonly CancellationTokenSource _caller = new();

    /// <summary>Whether the call is still running when it returns its task.</summary>
    [Params(false, true)]
    public bool Suspends { get; set; }

    /// <summary>The floor.</summary>
    [Benchmark(Baseline = true, OperationsPerInvoke = Calls)]
    public async Task<int> HandWrittenForward()
    {
        int value = 0;
        for (int call = 0; call < Calls; call++) value = await HandWritten.AddLater(value, Suspends, _caller.Token);
        return value;
    }

    /// <summary>Polly around the call.</summary>
    [Benchmark(OperationsPerInvoke = Calls)]
    public async Task<int> PollyRetryStrategy()
    {
        int value = 0;
        for (int call = 0; call < Calls; call++) value = await PollyRetry.AddLater(value, Suspends, _caller.Token);
        return value;
    }

    /// <summary>Up to three retries.</summary>
    [Benchmark(OperationsPerInvoke = Calls)]
    [ComparedWith(nameof(PollyRetryStrategy))]
    public async Task<int> Retry()
    {
        int value = 0;
        for (int call = 0; call < Calls; call++) value = await Retried.ToAsync.AddLater(value, Suspends, _caller.Token);
        return value;
    }

    /// <summary>Polly around the call.</summary>
    [Benchmark(OperationsPerInvoke = Calls)]
    public async Task<int> PollyCircuitBreakerStrategy()
    {
        int value = 0;
        for (int call = 0; call < Calls; call++) value = await PollyBreaker.AddLater(value, Suspends, _caller.Token);
        return value;
    }

    /// <summary>A circuit breaker.</summary>
    [Benchmark(OperationsPerInvoke = Calls)]
    [ComparedWith(nameof(PollyCircuitBreakerStrategy))]
    public async Task<int> CircuitBreaker()
    {
        int value = 0;
        for (int call = 0; call < Calls; call++) value = await Broken.ToAsync.AddLater(value, Suspends, _caller.Token);
        return value;
    }

    /// <summary>Polly around the call.</summary>
    [Benchmark(OperationsPerInvoke = Calls)]
    public async Task<int> PollyHedgingStrategy()
    {
        int value = 0;
        for (int call = 0; call < Calls; call++) value = await PollyHedging.AddLater(value, Suspends, _caller.Token);
        return value;
    }

    /// <summary>Another attempt, were one to take two seconds.</summary>
    [Benchmark(OperationsPerInvoke = Calls)]
    [ComparedWith(nameof(PollyHedgingStrategy))]
    public async Task<int> Hedging()
    {
        int value = 0;
        for (int call = 0; call < Calls; call++) value = await Hedged.ToAsync.AddLater(value, Suspends, _caller.Token);
        return value;
    }

    /// <summary>Timeout, retry, circuit breaker and limiter.</summary>
    [Benchmark(OperationsPerInvoke = Calls)]
    public async Task<int> PollyStrategies()
    {
        int value = 0;
        for (int call = 0; call < Calls; call++) value = await PollyEverything.AddLater(value, Suspends, _caller.Token);
        return value;
    }

    /// <summary>All that a service in production may have.</summary>
    [Benchmark(OperationsPerInvoke = Calls)]
    [ComparedWith(nameof(PollyStrategies))]
    public async Task<int> TimeoutRetryCircuitBreakerAndConcurrency()
    {
        int value = 0;
        for (int call = 0; call < Calls; call++) value = await Everything.ToAsync.AddLater(value, Suspends, _caller.Token);
        return value;
    }
}
