using BenchmarkDotNet.Attributes;

namespace Pipeline.Benchmarks.Proxies;

/// <summary>A call of an API that is an <c>async</c> method: the ratio is to the hand-written virtual forward.</summary>
public class AsyncMethodBenchmarks : ProxyBenchmarkSetup
{
    private const int Calls = 64;

    /// <summary>The method itself.</summary>
    [Benchmark(OperationsPerInvoke = Calls)]
    public async Task<int> DirectCall()
    {
        int value = 0;
        for (int call = 0; call < Calls; call++) value = await Direct.ReadAsync(value, default);
        return value;
    }

    /// <summary>The floor.</summary>
    [Benchmark(Baseline = true, OperationsPerInvoke = Calls)]
    public async Task<int> HandWrittenForward()
    {
        int value = 0;
        for (int call = 0; call < Calls; call++) value = await HandWritten.ReadAsync(value, default);
        return value;
    }

    /// <summary>What the generator writes.</summary>
    [Benchmark(OperationsPerInvoke = Calls)]
    public async Task<int> PipelineProxy()
    {
        int value = 0;
        for (int call = 0; call < Calls; call++) value = await AsyncProxy.Read(value, default);
        return value;
    }
}
