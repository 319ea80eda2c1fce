using BenchmarkDotNet.Attributes;
using Pipeline.Benchmarks.Interleaving;

namespace Pipeline.Benchmarks.Calls;

/// <summary>The price of resilience on the sync view, while nothing fails: the ratio is to the hand-written virtual forward.</summary>
public class SyncResilienceBenchmarks : ResilienceSetup
{
    /// <summary>The floor.</summary>
    [Benchmark(Baseline = true, OperationsPerInvoke = Calls)]
    public int HandWrittenForward()
    {
        int value = 0;
        for (int call = 0; call < Calls; call++) value = HandWritten.Add(value);
        return value;
    }

    /// <summary>Polly around the call.</summary>
    [Benchmark(OperationsPerInvoke = Calls)]
    public int PollyRetryStrategy()
    {
        int value = 0;
        for (int call = 0; call < Calls; call++) value = PollyRetry.Add(value);
        return value;
    }

    /// <summary>Up to three retries.</summary>
    [Benchmark(OperationsPerInvoke = Calls)]
    [ComparedWith(nameof(PollyRetryStrategy))]
    public int Retry()
    {
        int value = 0;
        for (int call = 0; call < Calls; call++) value = Retried.Add(value);
        return value;
    }

    /// <summary>Polly around the call.</summary>
    [Benchmark(OperationsPerInvoke = Calls)]
    public int PollyCircuitBreakerStrategy()
    {
        int value = 0;
        for (int call = 0; call < Calls; call++) value = PollyBreaker.Add(value);
        return value;
    }

    /// <summary>A circuit breaker.</summary>
    [Benchmark(OperationsPerInvoke = Calls)]
    [ComparedWith(nameof(PollyCircuitBreakerStrategy))]
    public int CircuitBreaker()
    {
        int value = 0;
        for (int call = 0; call < Calls; call++) value = Broken.Add(value);
        return value;
    }

    /// <summary>Timeout, retry, circuit breaker and limiter.</summary>
    [Benchmark(OperationsPerInvoke = Calls)]
    public int PollyStrategies()
    {
        int value = 0;
        for (int call = 0; call < Calls; call++) value = PollyEverything.Add(value);
        return value;
    }

    /// <summary>All that a service in production may have.</summary>
    [Benchmark(OperationsPerInvoke = Calls)]
    [ComparedWith(nameof(PollyStrategies))]
    public int TimeoutRetryCircuitBreakerAndConcurrency()
    {
        int value = 0;
        for (int call = 0; call < Calls; call++) value = Everything.Add(value);
        return value;
    }
}
