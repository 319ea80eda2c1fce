namespace Pipeline.Remote.Exchanges;

/// <summary>
/// Runs sync bodies for callers on the sync view, who wait for their ends: on pool threads, as many at a time as there are processors, so
/// that no caller elsewhere can take a thread of this process for each of its calls.
/// </summary>
#pragma warning disable CA1001 // Nobody takes the wait handle of the semaphore: there is nothing to dispose of.
internal sealed class SyncSlots
#pragma warning restore CA1001
{
    private readonly SemaphoreSlim _slots = new(Environment.ProcessorCount);

    public async Task<T> RunAsync<T>(Func<T> body, CancellationToken cancellationToken)
    {
        // What a token means that is canceled already is the body's to say.
        await _slots.WaitAsync(cancellationToken.IsCancellationRequested ? CancellationToken.None : cancellationToken)
            .ConfigureAwait(false);
        try
        {
            return await Task.Run(body, CancellationToken.None).ConfigureAwait(false);
        }
        finally
        {
            _slots.Release();
        }
    }
}
