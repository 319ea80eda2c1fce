namespace Pipeline.Calls;

/// <summary>Wants one of the <see cref="CallSlots"/>, and waits in their queue until it has one or is withdrawn.</summary>
internal abstract class SlotWaiter
{
    /// <summary>The one instance whose slot will do, or null for any: a stream stays with the instance it began at.</summary>
    public int? Required { get; init; }

    /// <summary>The call that wants the slot; null where nothing is known of it.</summary>
    public ISlotHolder? Holder { get; init; }

    /// <summary>Whether it may be refused when the queue is full: a stream that has begun may not.</summary>
    public bool IsRefusable { get; init; } = true;

    /// <summary>The slot it got.</summary>
    public TakenSlot Taken { get; set; }

    /// <summary>The slots it waits for.</summary>
    public CallSlots? Slots { get; set; }

    /// <summary>When it began to wait, as a timestamp of the slots' clock.</summary>
    public long Since { get; set; }

    /// <summary>Whether the log has named it among those that wait too long.</summary>
    public bool IsReported { get; set; }

    /// <summary>Where it stands among all that wait for these slots.</summary>
    public long Ticket { get; set; }

    public SlotQueue? Queue { get; set; }

    public SlotWaiter? Previous { get; set; }

    public SlotWaiter? Next { get; set; }

    /// <summary>Says that it has its slot; called once, outside the lock.</summary>
    public abstract void Start();
}
