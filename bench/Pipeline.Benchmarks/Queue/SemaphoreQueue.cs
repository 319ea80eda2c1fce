namespace Pipeline.Benchmarks.Queue;

/// <summary>A <see cref="SemaphoreSlim"/> around the body.</summary>
internal sealed class SemaphoreQueue(int slots, Func<int, CancellationToken, Task<int>> body) : IDisposable
{
    private readonly SemaphoreSlim _semaphore = new(slots);

    public async Task<int> CallAsync(int value, CancellationToken cancellationToken)
    {
        await _semaphore.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            return await body(value, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            _semaphore.Release();
        }
    }

    public void Dispose() => _semaphore.Dispose();
}
