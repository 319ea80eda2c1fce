namespace Pipeline.Calls;

/// <summary>A call that wants one of the <see cref="CallSlots"/>; guarded by their lock, but for <see cref="IsAnswered"/>.</summary>
internal abstract class SlotWaiter
{
    /// <summary>Where the call waits, while it does.</summary>
    public LinkedListNode<SlotWaiter>? Place { get; set; }

    /// <summary>The one instance whose slot will do, or null for any: a stream stays with the instance it began at.</summary>
    public int? Required { get; init; }

    /// <summary>The instance the call was given a slot of.</summary>
    public int Instance { get; set; }

    /// <summary>Whether the caller has its answer already: the call was canceled.</summary>
    public abstract bool IsAnswered { get; }

    /// <summary>Tells the call that it has a slot; false if it wants none any more.</summary>
    public abstract bool TryStart();
}
