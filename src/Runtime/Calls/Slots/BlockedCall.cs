namespace Pipeline.Calls;

/// <summary>A call on the sync view: its thread blocks until it has a slot.</summary>
internal sealed class BlockedCall : SlotWaiter
{
    /// <summary>Whether the call has its slot; guarded by the lock of the slots.</summary>
    public bool IsStarted { get; private set; }

    public override bool IsAnswered => false;

    public override bool TryStart() => IsStarted = true;
}
