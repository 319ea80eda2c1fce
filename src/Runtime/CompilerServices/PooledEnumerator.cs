using Pipeline.Calls;

namespace Pipeline.CompilerServices;

/// <summary>
/// Steps through a sync stream on the thread pool, in a slot for each step and for the disposal. A step given up by a cancellation
/// runs on in its slot, so the two sides agree on who disposes of the stream: the step itself, when it ends.
/// </summary>
/// <param name="slots">The slots of the steps; all are of the instance that the first was given.</param>
/// <param name="disposal">The slots of the disposal, whose queue is never full.</param>
/// <param name="start">Begins the stream of an instance.</param>
internal sealed class PooledEnumerator<T>(CallSlots slots, CallSlots disposal, Func<int, IEnumerator<T>> start)
{
    private const int Idle = 0;
    private const int Stepping = 1;
    private const int Ended = 2;

    private IEnumerator<T>? _items;
    private int? _instance;
    private int _state;

    public T Current { get; private set; } = default!;

    /// <summary>Takes the next step; null if the queue is full.</summary>
    public Task<bool>? MoveNextAsync(CancellationToken cancellationToken) =>
        new Step(slots, this, cancellationToken) { Required = _instance }.Start(cancellationToken);

    public Task DisposeAsync() =>
        Interlocked.Exchange(ref _state, Ended) == Idle && _items is not null
            ? new PooledBody<IEnumerator<T>, object?>(disposal, _items, Dispose, CancellationToken.None).Start(CancellationToken.None)!
            : Task.CompletedTask;

    private static object? Dispose(IEnumerator<T> items)
    {
        items.Dispose();
        return null;
    }

    private bool MoveNext(int instance)
    {
        if (Interlocked.CompareExchange(ref _state, Stepping, Idle) != Idle)
            return false;

        var moved = false;
        try
        {
            _instance = instance;
            _items ??= start(instance);
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

    private sealed class Step(CallSlots slots, PooledEnumerator<T> items, CancellationToken cancellationToken)
        : PooledCall<bool>(slots, cancellationToken)
    {
        protected override bool Invoke() => items.MoveNext(Instance);
    }
}
