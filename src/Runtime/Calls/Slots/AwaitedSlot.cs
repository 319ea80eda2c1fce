namespace Pipeline.Calls;

/// <summary>A slot that an async call, or a step of a stream, awaits.</summary>
internal sealed class AwaitedSlot : SlotWaiter
{
    private readonly TaskCompletionSource _start = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public override bool IsAnswered => _start.Task.IsCompleted;

    /// <summary>Enters the queue of the slots; the task ends when the call has one.</summary>
    /// <returns>False if the queue is full.</returns>
    public async Task<bool> EnterAsync(CallSlots slots, CancellationToken cancellationToken)
    {
        if (!slots.TryEnter(this))
            return false;
        if (IsAnswered)
            return true;

        using var registration = cancellationToken.UnsafeRegister(static (slot, token) => ((AwaitedSlot)slot!)._start.TrySetCanceled(token), this);
        try
        {
            await _start.Task.ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            slots.Withdraw(this);
            throw;
        }

        return true;
    }

    public override bool TryStart() => _start.TrySetResult();
}
