using Pipeline.Calls;

namespace Pipeline.Runtime.Tests.Interleavings;

/// <summary>
/// An async call. It is told of its slot, and leaves the queue, on the pool; the next step waits for that. One given up before it comes
/// starts where there is room, its token being the service's to observe, but does not wait.
/// </summary>
internal sealed class AwaitedCall(VirtualScheduler scheduler, string name, int? required, CancellationTokenSource caller)
    : ScriptedCall(name)
{
    private readonly AwaitedSlot _slot = new() { Required = required };
    private Task<bool>? _entered;

    public override SlotWaiter Waiter => _slot;

    public override int Starts => _slot.Turn.IsCompletedSuccessfully ? 1 : 0;

    public override bool IsSettled => _entered is null || _entered.IsCompleted || !_slot.Turn.IsCompleted;

    public override bool Enter(CallSlots slots)
    {
        _entered = EnterAsync(_slot, slots, caller.Token);
        IsCanceled = _entered.IsCanceled && caller.IsCancellationRequested;
        _ = _entered.ContinueWith(
            _ => scheduler.Update(static () => { }),
            CancellationToken.None,
            TaskContinuationOptions.ExecuteSynchronously,
            TaskScheduler.Default);
        return _entered is not { IsCompletedSuccessfully: true, Result: false };
    }

    public override void Cancel()
    {
        IsCanceled = _entered is not null && !_slot.Turn.IsCompleted;
        caller.Cancel();
    }

    public override void End(CallSlots slots) => slots.Release(_slot.Taken);

    public override void CheckAnswer()
    {
        if (State is CallState.Canceled && _entered is not null)
            Assert.That(_entered.IsCanceled, $"{this}: {_entered.Status}");
        else if (_entered is not null)
            Assert.That(_entered.Result, Is.EqualTo(State is CallState.Ended), $"{this}");
    }

    /// <summary>Enters and waits as a call does.</summary>
    /// <returns>False if the queue is full.</returns>
    public static async Task<bool> EnterAsync(AwaitedSlot slot, CallSlots slots, CancellationToken cancellationToken)
    {
        if (!slots.TryEnter(slot))
            return false;
        if (slot.Turn.IsCompleted)
            return true;

        using var cancellation = cancellationToken.UnsafeRegister(static (slot, token) => ((AwaitedSlot)slot!).GiveUp(token), slot);
        await slot.Turn;
        return true;
    }
}
