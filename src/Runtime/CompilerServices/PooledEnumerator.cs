using Pipeline.Calls;

namespace Pipeline.CompilerServices;

/// <summary>
/// Steps through a sync stream on the thread pool, in a slot for each step, and disposes of it there. A step given up by a cancellation
/// runs on in its slot, so the two sides agree on who disposes of the stream: the step itself, when it ends.
/// </summary>
/// <param name="slots">The slots of the steps.</param>
/// <param name="start">Begins the stream.</param>
internal sealed class PooledEnumerator<T>(CallSlots slots, Func<IEnumerator<T>> start)
{
    private const int Idle = 0;
    private const int Stepping = 1;
    private const int Ended = 2;

    private IEnumerator<T>? _items;
    private int _state;

    public T Current { get; private set; } = default!;

    /// <summary>Takes the next step.</summary>
    public Task<bool> MoveNextAsync(CancellationToken cancellationToken) =>
        new PooledBody<PooledEnumerator<T>, bool>(this, static items => items.MoveNext(), cancellationToken)
            .Start(slots, cancellationToken);

    public Task DisposeAsync() =>
        Interlocked.Exchange(ref _state, Ended) == Idle && _items is not null
            ? new PooledBody<IEnumerator<T>, object?>(_items, Dispose, CancellationToken.None).Start(null, CancellationToken.None)
            : Task.CompletedTask;

    private static object? Dispose(IEnumerator<T> items)
    {
        items.Dispose();
        return null;
    }

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
