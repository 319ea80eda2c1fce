namespace Pipeline.Benchmarks.Queue;

/// <summary>A <see cref="SemaphoreSlim"/> around the body.</summary>
internal sealed class SemaphoreQueue(int slots) : IDisposable
{
    private readonly SemaphoreSlim _semaphore = new(slots);

    public async Task<int> CallAsync(Func<int, Task<int>> body, int value)
    {
        await _semaphore.WaitAsync().ConfigureAwait(false);
        try
        {
            return await body(value).ConfigureAwait(false);
        }
        finally
        {
            _semaphore.Release();
        }
    }

    public void Dispose() => _semaphore.Dispose();
}
