using Pipeline.Calls;

namespace Pipeline.Runtime.Tests.Interleavings;

/// <summary>A call that comes to the queue, and what a test does with it: one class for each kind of waiter.</summary>
internal abstract class ScriptedCall(string name)
{
    public string Name { get; } = name;

    /// <summary>Where the model says it stands.</summary>
    public CallState State { get; set; }

    public abstract SlotWaiter Waiter { get; }

    /// <summary>How often the queue has told it that it has a slot.</summary>
    public abstract int Starts { get; }

    /// <summary>Whether its caller has given it up before it started.</summary>
    public bool IsCanceled { get; protected set; }

    /// <summary>Comes to the queue; false if that is full.</summary>
    public abstract bool Enter(CallSlots slots);

    /// <summary>Gives the call up, if it has not started; it leaves the queue at once.</summary>
    public abstract void Cancel();

    /// <summary>Ends the work and gives the slot back.</summary>
    public abstract void End(CallSlots slots);

    /// <summary>Whether all that the queue has told the call has reached its caller.</summary>
    public virtual bool IsSettled => true;

    /// <summary>Checks what the caller got, when all is over.</summary>
    public abstract void CheckAnswer();

    public override string ToString() => $"{Name}{(Waiter.Required is { } instance ? $", on {instance}" : "")}: {State}";
}
