namespace Pipeline.Calls;

/// <summary>Steps through a sync stream of one instance on the caller's thread, in a slot for each step, never between two.</summary>
internal sealed class SlottedItems<TItem>(InProcessService service, CallSlots limits, Func<int, IEnumerator<TItem>> open) : IDisposable
{
    private IEnumerator<TItem>? _items;
    private int? _instance;

    public TItem Current => _items!.Current;

    public bool MoveNext(CancellationToken cancellationToken)
    {
        if (!limits.TryTake(_instance, out var instance))
        {
            var slot = new BlockedCall { Required = _instance };
            if (!limits.TryEnterBlocking(slot, cancellationToken))
                throw service.Overloaded(limits);
            instance = slot.Instance;
        }

        try
        {
            _instance = instance;
            _items ??= open(instance);
            return _items.MoveNext();
        }
        finally
        {
            limits.Release(instance);
        }
    }

    public void Dispose() => _items?.Dispose();
}
