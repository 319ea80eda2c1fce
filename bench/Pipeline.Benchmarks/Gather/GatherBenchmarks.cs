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
    private const int Calls = 64;

    private readonly Task<int> _ended = Task.FromResult(int.MaxValue);
    private readonly TaskCompletionSource<int>[] _pending = new TaskCompletionSource<int>[8];
    private int _started;

    [ParamsAllValues]
    public BranchEnd End { get; set; }

    /// <summary>What the branches cost with nobody joining them, to take off the rows below.</summary>
    [Benchmark(OperationsPerInvoke = Calls)]
    public Task<int> BranchesAlone() => Run(static b => b.StartAll());

    [Benchmark(Baseline = true, OperationsPerInvoke = Calls)]
    public Task<int> WhenAll() => Run(static b => b.ByWhenAll());

    [Benchmark(OperationsPerInvoke = Calls)]
    public Task<int> GatherAll() => Run(static b => b.ByGather());

    [Benchmark(OperationsPerInvoke = Calls)]
    public Task<int> AwaitEach() => Run(static b => b.ByAwaitingEach());

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

    private async Task<int> Run(Func<GatherBenchmarks, Task<int>> call)
    {
        int sum = 0;
        for (int i = 0; i < Calls; i++)
        {
            _started = 0;
            var result = call(this);
            for (int branch = 0; branch < _started; branch++)
                _pending[branch].SetResult(branch);
            sum += await result;
        }
        return sum;
    }
}
