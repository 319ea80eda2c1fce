namespace Pipeline.Calls;

/// <summary>Takes each step of a sync stream, and disposes of it, on the thread pool. The caller holds the slot for each step.</summary>
/// <param name="start">Starts the stream; called with the first step.</param>
internal sealed class PooledItems<TItem>(Func<IEnumerator<TItem>> start) : IAsyncEnumerator<TItem>
{
    private IEnumerator<TItem>? _items;

    /// <inheritdoc/>
    public TItem Current { get; private set; } = default!;

    /// <inheritdoc/>
    public ValueTask<bool> MoveNextAsync() =>
        new(new PooledBody<PooledItems<TItem>, bool>(this, static items => items.MoveNext(), CancellationToken.None)
            .Start(null, CancellationToken.None));

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _items is null
        ? default
        : new(new PooledBody<IEnumerator<TItem>, object?>(_items, Dispose, CancellationToken.None).Start(null, CancellationToken.None));

    private static object? Dispose(IEnumerator<TItem> items)
    {
        items.Dispose();
        return null;
    }

    private bool MoveNext()
    {
        _items ??= start();
        if (!_items.MoveNext())
            return false;

        Current = _items.Current;
        return true;
    }
}
