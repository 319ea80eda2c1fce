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

        // Out of the queue within the cancellation: who hears of it finds the place free.
        using var registration = cancellationToken.UnsafeRegister(
            static (call, token) =>
            {
                var (slot, slots) = ((AwaitedSlot, CallSlots))call!;
                if (slot._start.TrySetCanceled(token))
                    slots.Withdraw(slot);
            },
            (this, slots));
        await _start.Task.ConfigureAwait(false);
        return true;
    }

    public override bool TryStart() => _start.TrySetResult();
}
