namespace Pipeline.Calls;

/// <summary>Steps through a sync stream of one instance on the caller's thread, in a slot for each step, never between two.</summary>
internal sealed class SlottedItems<TItem>(InProcessService service, CallSlots limits, Func<int, IEnumerator<TItem>> open) : IDisposable
{
    private IEnumerator<TItem>? _items;
    private int? _instance;

    public TItem Current => _items!.Current;

    public bool MoveNext(CancellationToken cancellationToken)
    {
        var slot = new BlockedCall { Required = _instance };
        if (!limits.TryEnterBlocking(slot, cancellationToken))
            throw service.Overloaded(limits);
        try
        {
            _instance = slot.Instance;
            _items ??= open(slot.Instance);
            return _items.MoveNext();
        }
        finally
        {
            limits.Release(slot.Instance);
        }
    }

    public void Dispose() => _items?.Dispose();
}
