using BenchmarkDotNet.Attributes;
using Pipeline.Benchmarks.Interleaving;

namespace Pipeline.Benchmarks.Calls;

/// <summary>
/// The price of each feature of a call on the async view, the caller having a token: the ratio is to the hand-written virtual forward.
/// </summary>
public class AsyncCallFeatureBenchmarks : CallFeatureSetup
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

    /// <summary>What the generator writes, every feature off.</summary>
    [Benchmark(OperationsPerInvoke = Calls)]
    public async Task<int> PipelineProxy()
    {
        int value = 0;
        for (int call = 0; call < Calls; call++) value = await Bare.ToAsync.AddLater(value, Suspends, _caller.Token);
        return value;
    }

    /// <summary>A <see cref="SemaphoreSlim"/> around the call.</summary>
    [Benchmark(OperationsPerInvoke = Calls)]
    public async Task<int> SemaphoreByHand()
    {
        int value = 0;
        for (int call = 0; call < Calls; call++) value = await Semaphore.AddLater(value, Suspends, _caller.Token);
        return value;
    }

    /// <summary>Polly around the call.</summary>
    [Benchmark(OperationsPerInvoke = Calls)]
    [ComparedWith(nameof(SemaphoreByHand))]
    public async Task<int> PollyConcurrencyLimiter()
    {
        int value = 0;
        for (int call = 0; call < Calls; call++) value = await PollyLimiter.AddLater(value, Suspends, _caller.Token);
        return value;
    }

    /// <summary>A limit.</summary>
    [Benchmark(OperationsPerInvoke = Calls)]
    [ComparedWith(nameof(SemaphoreByHand))]
    public async Task<int> Concurrency()
    {
        int value = 0;
        for (int call = 0; call < Calls; call++) value = await Limited.ToAsync.AddLater(value, Suspends, _caller.Token);
        return value;
    }

    /// <summary>A limit, for those who wait too.</summary>
    [Benchmark(OperationsPerInvoke = Calls)]
    [ComparedWith(nameof(SemaphoreByHand))]
    public async Task<int> ConcurrencyAndQueueLimit()
    {
        int value = 0;
        for (int call = 0; call < Calls; call++) value = await LimitedQueue.ToAsync.AddLater(value, Suspends, _caller.Token);
        return value;
    }

    /// <summary>Two instances, taken in turn.</summary>
    [Benchmark(OperationsPerInvoke = Calls)]
    public async Task<int> Instances()
    {
        int value = 0;
        for (int call = 0; call < Calls; call++) value = await Pooled.ToAsync.AddLater(value, Suspends, _caller.Token);
        return value;
    }

    /// <summary>A <see cref="CancellationTokenSource"/> around the call.</summary>
    [Benchmark(OperationsPerInvoke = Calls)]
    public async Task<int> TimeoutByHand()
    {
        int value = 0;
        for (int call = 0; call < Calls; call++) value = await TimedByHand.AddLater(value, Suspends, _caller.Token);
        return value;
    }

    /// <summary>Polly around the call.</summary>
    [Benchmark(OperationsPerInvoke = Calls)]
    [ComparedWith(nameof(TimeoutByHand))]
    public async Task<int> PollyTimeoutStrategy()
    {
        int value = 0;
        for (int call = 0; call < Calls; call++) value = await PollyTimeout.AddLater(value, Suspends, _caller.Token);
        return value;
    }

    /// <summary>A deadline.</summary>
    [Benchmark(OperationsPerInvoke = Calls)]
    [ComparedWith(nameof(TimeoutByHand))]
    public async Task<int> Timeout()
    {
        int value = 0;
        for (int call = 0; call < Calls; call++) value = await Timed.ToAsync.AddLater(value, Suspends, _caller.Token);
        return value;
    }

    /// <summary>A call within one that has a deadline.</summary>
    [Benchmark(OperationsPerInvoke = Calls)]
    public Task<int> BelowTimeout() => TimedFront.ToAsync.AddAllLater(Calls, Suspends, _caller.Token);

    /// <summary>Both by hand.</summary>
    [Benchmark(OperationsPerInvoke = Calls)]
    public async Task<int> LimitAndTimeoutByHand()
    {
        int value = 0;
        for (int call = 0; call < Calls; call++) value = await SemaphoreAndTimedByHand.AddLater(value, Suspends, _caller.Token);
        return value;
    }

    /// <summary>Both of Polly's.</summary>
    [Benchmark(OperationsPerInvoke = Calls)]
    [ComparedWith(nameof(LimitAndTimeoutByHand))]
    public async Task<int> PollyLimiterAndTimeoutStrategies()
    {
        int value = 0;
        for (int call = 0; call < Calls; call++) value = await PollyLimiterAndTimeout.AddLater(value, Suspends, _caller.Token);
        return value;
    }

    /// <summary>A limit and a deadline.</summary>
    [Benchmark(OperationsPerInvoke = Calls)]
    [ComparedWith(nameof(LimitAndTimeoutByHand))]
    public async Task<int> ConcurrencyAndTimeout()
    {
        int value = 0;
        for (int call = 0; call < Calls; call++) value = await LimitedAndTimed.ToAsync.AddLater(value, Suspends, _caller.Token);
        return value;
    }
}
