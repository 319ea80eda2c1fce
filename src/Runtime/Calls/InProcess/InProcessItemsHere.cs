using Pipeline.Channels;
using Pipeline.Generated;

namespace Pipeline.Calls;

/// <summary>Steps through a sync stream of one instance on the caller's thread, in a slot for each step, never between two.</summary>
internal sealed class InProcessItemsHere<TProxy, TArgs, TItem>(
    InProcessService service, StreamEndpoint<TProxy, TArgs, TItem> endpoint, TArgs args, RunningCall call) : IDisposable
    where TProxy : ServiceProxy
    where TArgs : struct
{
    private IEnumerator<TItem>? _items;
    private int? _instance;

    public TItem Current => _items!.Current;

    public bool MoveNext()
    {
        var caller = CallContext.Current;
        call.Context.Enter();
        try
        {
            call.ThrowIfOver();
            var moved = StepInSlot();
            call.ThrowIfOver();
            return moved;
        }
        catch (Exception exception) when (call.Replace(exception) is { } other)
        {
            throw other;
        }
        finally
        {
            caller.Enter();
        }
    }

    public void Dispose() => _items?.Dispose();

    private bool StepInSlot()
    {
        if (service.Limits is not { } limits)
            return Step(_instance ?? service.NextInstance());

        var slot = new BlockedCall { Required = _instance };
        if (!limits.TryEnterBlocking(slot, call.Token))
            throw service.Overloaded(limits);
        try
        {
            return Step(slot.Instance);
        }
        finally
        {
            limits.Release(slot.Instance);
        }
    }

    private bool Step(int instance)
    {
        _instance = instance;
        _items ??= endpoint.Stream(service.Instance<TProxy>(instance), args, call.Token).GetEnumerator();
        return _items.MoveNext();
    }
}
