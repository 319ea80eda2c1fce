namespace Pipeline.Benchmarks.Proxies;

/// <summary>What is called, as cheap as a call can be: everything measured is the way to it.</summary>
[Service]
public partial class Scorer
{
    private readonly Task<int> _done = Task.FromResult(1);

    /// <summary>A sync API.</summary>
    [Api]
    public int Score(int value) => value + 1;

    /// <summary>An async API that has its result at once.</summary>
    [Api]
    public Task<int> GetAsync(int value, CancellationToken cancellationToken)
    {
        _ = value;
        return _done;
    }
}
