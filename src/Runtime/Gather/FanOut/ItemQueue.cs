namespace Pipeline;

/// <summary>Hands out the items of a source one by one, to many workers.</summary>
internal sealed class ItemQueue<TItem>(IAsyncEnumerator<TItem> items) : IAsyncDisposable
{
    private readonly SemaphoreSlim _turn = new(1, 1);
    private long _taken;
    private bool _ended;

    /// <summary>The next item and its place; false after the last, and after the source has thrown.</summary>
    public async ValueTask<(bool Taken, long Index, TItem Item)> TakeAsync(CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(CancellationToken.None).ConfigureAwait(false);
        try
        {
            if (_ended)
                return default;
            cancellationToken.ThrowIfCancellationRequested();
            _ended = true;
            if (!await items.MoveNextAsync().ConfigureAwait(false))
                return default;
            _ended = false;
            return (true, _taken++, items.Current);
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Ends the source, once no worker asks for items any more.</summary>
    public ValueTask DisposeAsync()
    {
        _turn.Dispose();
        return items.DisposeAsync();
    }
}
