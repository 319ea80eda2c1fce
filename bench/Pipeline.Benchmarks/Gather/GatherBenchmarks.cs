using BenchmarkDotNet.Attributes;

namespace Pipeline.Benchmarks;

/// <summary>
/// An async method that starts branches, joins them and reads their results, with <c>Task.WhenAll</c>, <c>Gather.All</c> and by
/// awaiting one after the other. Derived classes say how many branches there are.
/// </summary>
[MemoryDiagnoser]
[SimpleJob(launchCount: 3, warmupCount: 5, iterationCount: 10)]
public abstract class GatherBenchmarks
{
    private readonly Task<int> _ended = Task.FromResult(int.MaxValue);
    private readonly TaskCompletionSource<int>[] _pending = new TaskCompletionSource<int>[8];
    private int _started;

    [ParamsAllValues]
    public BranchEnd End { get; set; }

    /// <summary>What the branches cost with nobody joining them, to take off the rows below.</summary>
    [Benchmark]
    public int BranchesAlone() => Run(static b => b.StartAll());

    [Benchmark(Baseline = true)]
    public int WhenAll() => Run(static b => b.ByWhenAll());

    [Benchmark]
    public int GatherAll() => Run(static b => b.ByGather());

    [Benchmark]
    public int AwaitEach() => Run(static b => b.ByAwaitingEach());

    protected abstract Task<int> StartAll();

    protected abstract Task<int> ByWhenAll();

    protected abstract Task<int> ByGather();

    protected abstract Task<int> ByAwaitingEach();

    /// <summary>Starts a branch.</summary>
    protected Task<int> Start() => End switch
    {
        BranchEnd.Before => _ended,
        BranchEnd.After => (_pending[_started++] = new TaskCompletionSource<int>()).Task,
        _ => Yield(),
    };

    private static async Task<int> Yield()
    {
        await Task.Yield();
        return int.MaxValue;
    }

    private int Run(Func<GatherBenchmarks, Task<int>> call)
    {
        _started = 0;
        var result = call(this);
        for (int i = 0; i < _started; i++)
            _pending[i].SetResult(i);
        return result.GetAwaiter().GetResult();
    }
}
