using Pipeline.Calls;

namespace Pipeline;

public sealed partial class CallContext : ISlotHolder
{
    private SlotWaiter? _awaits;

    /// <inheritdoc/>
    SlotWaiter? ISlotHolder.Awaits => Volatile.Read(ref _awaits);

    /// <summary>
    /// The call that cannot go on before this one does: a caller that is blocked on the sync view, or who has asked a stream for its
    /// next item. Null where the caller may do otherwise.
    /// </summary>
    internal CallContext? HeldUp { get; set; }

    /// <inheritdoc/>
    string ISlotHolder.Describe() => $"{Path}.{Api}";

    /// <summary>Notes that this call, and all that it holds up, wait for a slot.</summary>
    internal void BeginAwaiting(SlotWaiter waiter) => NoteAwaiting(null, waiter);

    /// <summary>Takes that back.</summary>
    internal void EndAwaiting(SlotWaiter waiter) => NoteAwaiting(waiter, null);

    private void NoteAwaiting(SlotWaiter? before, SlotWaiter? after)
    {
        for (var call = this; call is not null; call = call.HeldUp)
            Interlocked.CompareExchange(ref call._awaits, after, before);
    }
}
