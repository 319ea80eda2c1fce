namespace Pipeline.Benchmarks.Proxies;

/// <summary>What is called, as cheap as a call can be: everything measured is the way to it.</summary>
[Service]
public partial class Scorer
{
    private readonly Task<int> _done = Task.FromResult(1);

    /// <summary>A sync API.</summary>
    [Api]
    public int Score(int value) => value + 1;

    /// <summary>An async API that hands out a task it has.</summary>
    [Api]
    public Task<int> GetAsync(int value, CancellationToken cancellationToken)
    {
        _ = value;
        return _done;
    }

    /// <summary>An async API with an async body.</summary>
    [Api]
    public async Task<int> ReadAsync(int value, CancellationToken cancellationToken)
    {
        _ = value;
        return await _done;
    }
}
