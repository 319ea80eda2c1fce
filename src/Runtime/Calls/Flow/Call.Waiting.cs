namespace Pipeline.Calls;

internal abstract partial class Call
{
    private AwaitedSlot? _slot;

    /// <summary>The place of the service's slot that the call has.</summary>
    public int SlotPlace { get; set; }

    /// <summary>The place of the API's own slot that the call has.</summary>
    public int ApiSlotPlace { get; set; }

    /// <summary>Whether the call holds a slot already while it waits for another.</summary>
    public bool HoldsSlot { get; set; }

    /// <summary>Waits until the call has its slot. A blocking caller only waits: its thread runs nothing meanwhile.</summary>
    /// <exception cref="ServiceDeadlockException">It certainly never would.</exception>
    public ValueTask AwaitSlotAsync(AwaitedSlot slot)
    {
        Context.BeginAwaiting(slot);
        Volatile.Write(ref _slot, slot);
        if (Ending is not null)
            slot.GiveUp(CallersToken);
        if ((HoldsSlot || Context.HeldUp is not null) && DeadlockSearch.Find(slot) is { } chain && slot.Slots!.Withdraw(slot))
        {
            EndWait(slot);
            throw new ServiceDeadlockException(Route.Service.Name, chain);
        }

        if (!IsBlocking)
            return WaitAsync(slot);

        Block(slot);
        return default;
    }

    /// <summary>Ends here what its caller waits for no longer.</summary>
    public void ThrowIfGivenUp()
    {
        if (Context.Deadline is { HasExpired: true } late)
            throw late.CreateException(null);
        if (Ending is { IsFinal: true } ending)
            throw ending.Replace(null)!;
    }

    private async ValueTask WaitAsync(AwaitedSlot slot)
    {
        using var cancellation = GiveUpWithCaller(slot);
        var begin = BeginWait();
        await slot.Turn.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        NoteWait(begin);
        CheckTurn(slot);
    }

    private void Block(AwaitedSlot slot)
    {
        using var cancellation = GiveUpWithCaller(slot);
        var begin = BeginWait();
        try
        {
            while (!slot.Turn.Wait(LongestWait()))
            {
                if (Context.Deadline is { HasExpired: true })
                    slot.GiveUp(CallersToken);
            }
        }
        catch (AggregateException)
        {
            // Given up.
        }
        catch (ThreadInterruptedException)
        {
            EndWait(slot);
            if (!slot.Slots!.Withdraw(slot))
                slot.Slots.Release(slot.Taken);
            throw;
        }

        NoteWait(begin);
        CheckTurn(slot);
    }

    private long BeginWait() => Observation is null ? 0 : Route.Time.GetTimestamp();

    private void NoteWait(long begin)
    {
        if (begin != 0)
            Observation?.AddWait(Route.Time.GetElapsedTime(begin));
    }

    private CancellationTokenRegistration GiveUpWithCaller(AwaitedSlot slot) => _isObservingCaller
        ? default
        : CallersToken.UnsafeRegister(static (slot, token) => ((AwaitedSlot)slot!).GiveUp(token), slot);

    // The deadline's timer ends the wait, too, but needs a thread of the pool for that, and there may be none.
    private int LongestWait() => Context.Deadline?.Remaining is { TotalMilliseconds: < int.MaxValue - 1 } remaining
        ? (int)remaining.TotalMilliseconds + 1
        : Timeout.Infinite;

    private void CheckTurn(AwaitedSlot slot)
    {
        EndWait(slot);
        if (slot.Turn.IsCompletedSuccessfully)
            return;

        ThrowIfGivenUp();
        CallersToken.ThrowIfCancellationRequested();
        throw new OperationCanceledException(Token);
    }

    private void EndWait(AwaitedSlot slot)
    {
        Volatile.Write(ref _slot, null);
        Context.EndAwaiting(slot);
    }
}
