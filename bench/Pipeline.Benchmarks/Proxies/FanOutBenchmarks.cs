using BenchmarkDotNet.Attributes;

namespace Pipeline.Benchmarks.Proxies;

/// <summary>
/// CPU-bound work through the async view of sync APIs: one after another against together. On c cores the best possible ratio of
/// n equal calls is 1 / min(n, c).
/// </summary>
public class FanOutBenchmarks
{
    private PipelineApp? _app;
    private Worker.Proxy.Async _worker = null!;

    /// <summary>How many calls there are; as many as processors is the ideal case.</summary>
    [Params(2, 4)]
    public int Calls { get; set; }

    /// <summary>Starts the service.</summary>
    [GlobalSetup]
    public async Task StartAsync()
    {
        _app = await PipelineApp.StartAsync<Worker>();
        _worker = _app.GetProxy<Worker.Proxy>().ToAsync;
    }

    /// <summary>Stops the service.</summary>
    [GlobalCleanup]
    public async Task StopAsync() => await _app!.DisposeAsync();

    /// <summary>The sum of the calls.</summary>
    [Benchmark(Baseline = true)]
    public async Task<double> Sequential()
    {
        double sum = 0;
        for (int call = 0; call < Calls; call++) sum += await _worker.Work(call);
        return sum;
    }

    /// <summary>The longest of the calls, as far as there are cores.</summary>
    [Benchmark]
    public async Task<double> Together()
    {
        double[] results = await Gather.All(Enumerable.Range(0, Calls).Select(call => _worker.Work(call)));
        return results.Sum();
    }

    /// <summary>The same on bare threads, without a pipeline.</summary>
    [Benchmark]
    public double ParallelFor()
    {
        double[] results = new double[Calls];
        Parallel.For(0, Calls, call => results[call] = Worker.Compute(call));
        return results.Sum();
    }
}
