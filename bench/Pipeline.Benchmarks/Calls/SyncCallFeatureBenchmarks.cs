using BenchmarkDotNet.Attributes;
using Pipeline.Benchmarks.Interleaving;

namespace Pipeline.Benchmarks.Calls;

/// <summary>The price of each feature of a call on the sync view: the ratio is to the hand-written virtual forward.</summary>
public class SyncCallFeatureBenchmarks : CallFeatureSetup
{
    /// <summary>The floor.</summary>
    [Benchmark(Baseline = true, OperationsPerInvoke = Calls)]
    public int HandWrittenForward()
    {
        int value = 0;
        for (int call = 0; call < Calls; call++) value = HandWritten.Add(value);
        return value;
    }

    /// <summary>What the generator writes, every feature off.</summary>
    [Benchmark(OperationsPerInvoke = Calls)]
    public int PipelineProxy()
    {
        int value = 0;
        for (int call = 0; call < Calls; call++) value = Bare.Add(value);
        return value;
    }

    /// <summary>A <see cref="SemaphoreSlim"/> around the call.</summary>
    [Benchmark(OperationsPerInvoke = Calls)]
    public int SemaphoreByHand()
    {
        int value = 0;
        for (int call = 0; call < Calls; call++) value = Semaphore.Add(value);
        return value;
    }

    /// <summary>Polly around the call.</summary>
    [Benchmark(OperationsPerInvoke = Calls)]
    [ComparedWith(nameof(SemaphoreByHand))]
    public int PollyConcurrencyLimiter()
    {
        int value = 0;
        for (int call = 0; call < Calls; call++) value = PollyLimiter.Add(value);
        return value;
    }

    /// <summary>A limit.</summary>
    [Benchmark(OperationsPerInvoke = Calls)]
    [ComparedWith(nameof(SemaphoreByHand))]
    public int Concurrency()
    {
        int value = 0;
        for (int call = 0; call < Calls; call++) value = Limited.Add(value);
        return value;
    }

    /// <summary>A limit, for those who wait too.</summary>
    [Benchmark(OperationsPerInvoke = Calls)]
    [ComparedWith(nameof(SemaphoreByHand))]
    public int ConcurrencyAndQueueLimit()
    {
        int value = 0;
        for (int call = 0; call < Calls; call++) value = LimitedQueue.Add(value);
        return value;
    }

    /// <summary>Two instances, taken in turn.</summary>
    [Benchmark(OperationsPerInvoke = Calls)]
    public int Instances()
    {
        int value = 0;
        for (int call = 0; call < Calls; call++) value = Pooled.Add(value);
        return value;
    }

    /// <summary>A <see cref="CancellationTokenSource"/> around the call.</summary>
    [Benchmark(OperationsPerInvoke = Calls)]
    public int TimeoutByHand()
    {
        int value = 0;
        for (int call = 0; call < Calls; call++) value = TimedByHand.Add(value);
        return value;
    }

    /// <summary>Polly around the call.</summary>
    [Benchmark(OperationsPerInvoke = Calls)]
    [ComparedWith(nameof(TimeoutByHand))]
    public int PollyTimeoutStrategy()
    {
        int value = 0;
        for (int call = 0; call < Calls; call++) value = PollyTimeout.Add(value);
        return value;
    }

    /// <summary>A deadline.</summary>
    [Benchmark(OperationsPerInvoke = Calls)]
    [ComparedWith(nameof(TimeoutByHand))]
    public int Timeout()
    {
        int value = 0;
        for (int call = 0; call < Calls; call++) value = Timed.Add(value);
        return value;
    }

    /// <summary>A call within one that has a deadline.</summary>
    [Benchmark(OperationsPerInvoke = Calls)]
    public int BelowTimeout() => TimedFront.AddAll(Calls);

    /// <summary>Both by hand.</summary>
    [Benchmark(OperationsPerInvoke = Calls)]
    public int LimitAndTimeoutByHand()
    {
        int value = 0;
        for (int call = 0; call < Calls; call++) value = SemaphoreAndTimedByHand.Add(value);
        return value;
    }

    /// <summary>Both of Polly's.</summary>
    [Benchmark(OperationsPerInvoke = Calls)]
    [ComparedWith(nameof(LimitAndTimeoutByHand))]
    public int PollyLimiterAndTimeoutStrategies()
    {
        int value = 0;
        for (int call = 0; call < Calls; call++) value = PollyLimiterAndTimeout.Add(value);
        return value;
    }

    /// <summary>A limit and a deadline.</summary>
    [Benchmark(OperationsPerInvoke = Calls)]
    [ComparedWith(nameof(LimitAndTimeoutByHand))]
    public int ConcurrencyAndTimeout()
    {
        int value = 0;
        for (int call = 0; call < Calls; call++) value = LimitedAndTimed.Add(value);
        return value;
    }
}
