using BenchmarkDotNet.Attributes;

namespace Pipeline.Benchmarks.Proxies;

/// <summary>A sync call: the ratio is to the hand-written virtual forward with a null check.</summary>
public class SyncProxyBenchmarks : ProxyBenchmarkSetup
{
    private const int Calls = 64;

    /// <summary>The method itself, which the compiler may inline.</summary>
    [Benchmark(OperationsPerInvoke = Calls)]
    public int DirectCall()
    {
        int value = 0;
        for (int call = 0; call < Calls; call++) value = Direct.Score(value);
        return value;
    }

    /// <summary>The floor.</summary>
    [Benchmark(Baseline = true, OperationsPerInvoke = Calls)]
    public int HandWrittenForward()
    {
        int value = 0;
        for (int call = 0; call < Calls; call++) value = HandWritten.Score(value);
        return value;
    }

    /// <summary>What the generator writes.</summary>
    [Benchmark(OperationsPerInvoke = Calls)]
    public int PipelineProxy()
    {
        int value = 0;
        for (int call = 0; call < Calls; call++) value = Proxy.Score(value);
        return value;
    }

    /// <summary>A run-time proxy.</summary>
    [Benchmark(OperationsPerInvoke = Calls)]
    public int CastleDynamicProxy()
    {
        int value = 0;
        for (int call = 0; call < Calls; call++) value = Castle.Score(value);
        return value;
    }

    /// <summary>A run-time proxy.</summary>
    [Benchmark(OperationsPerInvoke = Calls)]
    public int ReflectionDispatchProxy()
    {
        int value = 0;
        for (int call = 0; call < Calls; call++) value = DispatchProxy.Score(value);
        return value;
    }
}
