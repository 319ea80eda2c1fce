namespace Pipeline.Benchmarks.Latency;

/// <summary>The same three methods composed by hand, without a service between.</summary>
internal sealed class BareComposition
{
    private readonly ShortCall _first = new();
    private readonly MiddleCall _second = new();
    private readonly LongCall _third = new();

    public async Task<int> SequentialAsync(CancellationToken cancellationToken)
    {
        int sum = await _first.WaitAsync(cancellationToken);
        sum += await _second.WaitAsync(cancellationToken);
        return sum + await _third.WaitAsync(cancellationToken);
    }

    public async Task<int> WhenAllAsync(CancellationToken cancellationToken)
    {
        int[] results = await Task.WhenAll(
            _first.WaitAsync(cancellationToken), _second.WaitAsync(cancellationToken), _third.WaitAsync(cancellationToken));
        return results.Sum();
    }
}
