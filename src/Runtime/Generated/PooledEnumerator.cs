namespace Pipeline.Generated;

/// <summary>
/// Steps through a sync stream on the thread pool, in a slot of the proxy for each step and for the disposal. A step given up
/// by a cancellation runs on, so the two sides agree on who disposes of the stream: the step itself, when it ends.
/// </summary>
internal sealed class PooledEnumerator<T>(ServiceProxy proxy, Func<IEnumerator<T>> start)
{
    private const int Idle = 0;
    private const int Stepping = 1;
    private const int Ended = 2;

    private IEnumerator<T>? _items;
    private int _state;

    public T Current { get; private set; } = default!;

    public Task<bool> MoveNextAsync(CancellationToken cancellationToken) =>
        ProxyCall.Run(proxy, this, static items => items.MoveNext(), cancellationToken);

    public Task DisposeAsync() =>
        Interlocked.Exchange(ref _state, Ended) == Idle && _items is not null
            ? ProxyCall.Run(proxy, _items, static items => items.Dispose(), CancellationToken.None)
            : Task.CompletedTask;

    private bool MoveNext()
    {
        if (Interlocked.CompareExchange(ref _state, Stepping, Idle) != Idle)
            return false;

        var moved = false;
        try
        {
            _items ??= start();
            moved = _items.MoveNext();
            if (moved)
                Current = _items.Current;
            return moved;
        }
        finally
        {
            var isGivenUp = Interlocked.CompareExchange(ref _state, moved ? Idle : Ended, Stepping) != Stepping;
            if (isGivenUp || !moved)
                _items?.Dispose();
        }
    }
}
