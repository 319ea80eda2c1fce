using BenchmarkDotNet.Attributes;

namespace Pipeline.Benchmarks.Proxies;

/// <summary>A call of an API that returns a task it already has: the ratio is to the hand-written virtual forward.</summary>
public class AsyncProxyBenchmarks : ProxyBenchmarkSetup
{
    private const int Calls = 64;

    /// <summary>The method itself.</summary>
    [Benchmark(OperationsPerInvoke = Calls)]
    public async Task<int> DirectCall()
    {
        int value = 0;
        for (int call = 0; call < Calls; call++) value = await Direct.GetAsync(value, default);
        return value;
    }

    /// <summary>The floor.</summary>
    [Benchmark(Baseline = true, OperationsPerInvoke = Calls)]
    public async Task<int> HandWrittenForward()
    {
        int value = 0;
        for (int call = 0; call < Calls; call++) value = await HandWritten.GetAsync(value, default);
        return value;
    }

    /// <summary>By hand, as the contract has it: a call that cannot be started is a failed task.</summary>
    [Benchmark(OperationsPerInvoke = Calls)]
    public async Task<int> HandWrittenThatNeverThrows()
    {
        int value = 0;
        for (int call = 0; call < Calls; call++) value = await HandWritten.TryGetAsync(value, default);
        return value;
    }

    /// <summary>What the generator writes.</summary>
    [Benchmark(OperationsPerInvoke = Calls)]
    public async Task<int> PipelineProxy()
    {
        int value = 0;
        for (int call = 0; call < Calls; call++) value = await AsyncProxy.Get(value, default);
        return value;
    }

    /// <summary>A message to a handler, by the source-generated Mediator.</summary>
    [Benchmark(OperationsPerInvoke = Calls)]
    public async Task<int> MediatorSend()
    {
        int value = 0;
        for (int call = 0; call < Calls; call++) value = await Mediator.Send(new ScoreRequest(value), default);
        return value;
    }

    /// <summary>A run-time proxy.</summary>
    [Benchmark(OperationsPerInvoke = Calls)]
    public async Task<int> CastleDynamicProxy()
    {
        int value = 0;
        for (int call = 0; call < Calls; call++) value = await Castle.GetAsync(value, default);
        return value;
    }

    /// <summary>A run-time proxy.</summary>
    [Benchmark(OperationsPerInvoke = Calls)]
    public async Task<int> ReflectionDispatchProxy()
    {
        int value = 0;
        for (int call = 0; call < Calls; call++) value = await DispatchProxy.GetAsync(value, default);
        return value;
    }
}
