using BenchmarkDotNet.Attributes;

namespace Pipeline.Benchmarks.Latency;

/// <summary>
/// Three services of 20, 30 and 50 ms: sequential is the sum, parallel the longest. Its own mode, <c>latency</c>, tells apart what a
/// ratio of milliseconds cannot show.
/// </summary>
public class LatencyBenchmarks
{
    private static readonly string[] Services = [nameof(ShortCall), nameof(MiddleCall), nameof(LongCall)];

    private readonly BareComposition _bare = new();
    private PipelineApp? _app;
    private PipelineApp? _limitedApp;
    private Composition.Proxy.Async _composition = null!;
    private Composition.Proxy.Async _limited = null!;

    /// <summary>Starts the services, and once more with limits and deadlines on all of them.</summary>
    [GlobalSetup]
    public async Task StartAsync()
    {
        _app = await PipelineApp.StartAsync<Composition>();
        _composition = _app.GetProxy<Composition.Proxy>().ToAsync;
        _limitedApp = await PipelineApp.StartAsync<Composition>(Limit);
        _limited = _limitedApp.GetProxy<Composition.Proxy>().ToAsync;
    }

    /// <summary>Stops the services.</summary>
    [GlobalCleanup]
    public async Task StopAsync()
    {
        await _app!.DisposeAsync();
        await _limitedApp!.DisposeAsync();
    }

    /// <summary>The three methods through <see cref="Task.WhenAll(Task[])"/>.</summary>
    [Benchmark(Baseline = true)]
    public Task<int> WhenAll() => _bare.WhenAllAsync(default);

    /// <summary>The same again: its difference from itself is what the machine does.</summary>
    [Benchmark]
    public Task<int> WhenAllAgain() => _bare.WhenAllAsync(default);

    /// <summary>Through the proxies and <see cref="Gather"/>.</summary>
    [Benchmark]
    public Task<int> Parallel() => _composition.Parallel();

    /// <summary>The same with <c>Concurrency</c> and <c>Timeout</c> on each service.</summary>
    [Benchmark]
    public Task<int> ParallelWithinLimits() => _limited.Parallel();

    /// <summary>The three methods awaited one after the other.</summary>
    [Benchmark]
    public Task<int> AwaitEach() => _bare.SequentialAsync(default);

    /// <summary>Through the proxies, one after the other.</summary>
    [Benchmark]
    public Task<int> Sequential() => _composition.Sequential();

    private static void Limit(PipelineAppBuilder builder)
    {
        foreach (string service in Services.Append(nameof(Composition)))
        {
            builder.Configuration[$"Pipeline:Services:{service}:Concurrency"] = "4";
            builder.Configuration[$"Pipeline:Services:{service}:Timeout"] = "30s";
        }
    }
}
