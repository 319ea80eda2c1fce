namespace Pipeline.Calls;

/// <summary>A call of a sync member that waits for a slot, then runs on the thread pool.</summary>
internal abstract class PooledCall(CallSlots slots) : SlotWaiter, IThreadPoolWorkItem
{
    /// <summary>Where the call waits for a thread, while it does; guarded by the lock of the slots.</summary>
    public LinkedListNode<PooledCall>? Grant { get; set; }

    protected CallSlots Slots { get; } = slots;

    // The global queue: in a thread's local one, each call would start its successor ahead of all other work.
    public override bool TryStart()
    {
        if (Slots.CanBlock)
            Slots.Granted(this);
        ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
        return true;
    }

    /// <inheritdoc/>
    public void Execute()
    {
        if (!Slots.CanBlock || Slots.TryTake(this))
            ExecuteHere();
    }

    /// <summary>Runs the call on this thread; whoever does has taken it.</summary>
    public abstract void ExecuteHere();
}
