namespace Pipeline.Benchmarks.Calls;

/// <summary>A limit by hand.</summary>
public sealed class SemaphoreForward(Forward inner, int concurrency) : Forward, IDisposable
{
    private readonly SemaphoreSlim _semaphore = new(concurrency);

    /// <inheritdoc/>
    public override int Add(int value)
    {
        _semaphore.Wait();
        try
        {
            return inner.Add(value);
        }
        finally
        {
            _semaphore.Release();
        }
    }

    /// <inheritdoc/>
    public override async Task<int> AddLater(int value, bool suspends, CancellationToken cancellationToken)
    {
        await _semaphore.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            return await inner.AddLater(value, suspends, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            _semaphore.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _semaphore.Dispose();
}
