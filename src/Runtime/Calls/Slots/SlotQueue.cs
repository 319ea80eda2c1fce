namespace Pipeline.Calls;

/// <summary>Waiters in the order they came, linked through themselves. Guarded by the lock of the slots.</summary>
internal sealed class SlotQueue
{
    public SlotWaiter? First { get; private set; }

    private SlotWaiter? Last { get; set; }

    public void Add(SlotWaiter waiter)
    {
        waiter.Queue = this;
        waiter.Previous = Last;
        if (Last is null)
            First = waiter;
        else
            Last.Next = waiter;
        Last = waiter;
    }

    public void Remove(SlotWaiter waiter)
    {
        if (waiter.Previous is null)
            First = waiter.Next;
        else
            waiter.Previous.Next = waiter.Next;
        if (waiter.Next is null)
            Last = waiter.Previous;
        else
            waiter.Next.Previous = waiter.Previous;
        waiter.Queue = null;
        waiter.Previous = waiter.Next = null;
    }
}
