namespace Pipeline.Calls;

/// <summary>A slot that a call awaits as a task; one that blocks waits on the same task.</summary>
internal sealed class AwaitedSlot : SlotWaiter
{
    // Whoever releases a slot does not run what waited for it.
    private readonly TaskCompletionSource _turn = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Ends when the call has its slot, or is withdrawn.</summary>
    public Task Turn => _turn.Task;

    public override void Start() => _turn.TrySetResult();

    /// <summary>Leaves the queue; does nothing once the call has its slot.</summary>
    public void GiveUp(CancellationToken cancellationToken)
    {
        if (Slots?.Withdraw(this) is true)
            _turn.TrySetCanceled(cancellationToken);
    }
}
