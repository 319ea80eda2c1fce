namespace Pipeline.Calls;

/// <summary>
/// A call that others may end. Linked with the others below the same deadline, so that joining and leaving cost the same for any number.
/// </summary>
internal abstract class EndableCall
{
    public EndableCall? Next { get; set; }

    public EndableCall? Previous { get; set; }

    /// <summary>Whether the body goes on after the call was ended, which nobody waits for.</summary>
    public virtual bool IsAbandonable => false;

    /// <summary>
    /// Ends the runtime's own waits of the call at once, and cancels the service's token without waiting for what that does.
    /// </summary>
    public abstract void End(CallEnding ending);
}
