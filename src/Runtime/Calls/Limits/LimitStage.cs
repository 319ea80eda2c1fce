namespace Pipeline.Calls;

/// <summary>
/// Lets a limited number of calls run at a time: each takes a slot, or waits for one. A stream takes one for each step and holds none
/// between two.
/// </summary>
/// <param name="slots">The slots.</param>
/// <param name="givesInstance">Whether the slot is one of an instance, which then runs the call; otherwise it is one of the API.</param>
/// <param name="isOnPoolOnly">Whether calls that run on their caller's thread take no slot.</param>
internal sealed class LimitStage(CallSlots slots, bool givesInstance, bool isOnPoolOnly) : CallStage
{
    /// <inheritdoc/>
    public override bool IsPerStep => true;

    /// <inheritdoc/>
    public override ValueTask EnterAsync(Call call)
    {
        if (isOnPoolOnly && call.IsBlocking)
            return default;
        if (slots.TryTake(givesInstance ? call.Instance : null, call.Context, out var slot))
        {
            Take(call, slot);
            return default;
        }

        var waiter = new AwaitedSlot
        {
            Required = givesInstance ? call.Instance : null,
            Holder = call.Context,
            IsRefusable = !call.IsAdmitted,
        };
        if (!slots.TryEnter(waiter))
        {
            var (running, waiting) = slots.Load;
            throw new ServiceOverloadedException(call.Route.Service.Name, running, waiting);
        }

        var wait = call.AwaitSlotAsync(waiter);
        if (!wait.IsCompletedSuccessfully)
            return TakeAfterAsync(wait, call, waiter);

        Take(call, waiter.Taken);
        return default;
    }

    /// <inheritdoc/>
    public override void Leave(Call call)
    {
        if (isOnPoolOnly && call.IsBlocking)
            return;

        slots.Release(givesInstance ? new(call.Instance!.Value, call.SlotPlace) : new(0, call.ApiSlotPlace));
        call.HoldsSlot = false;
    }

    private async ValueTask TakeAfterAsync(ValueTask wait, Call call, AwaitedSlot waiter)
    {
        await wait.ConfigureAwait(false);
        Take(call, waiter.Taken);
    }

    private void Take(Call call, TakenSlot slot)
    {
        if (givesInstance)
            (call.SlotPlace, call.Instance) = (slot.Place, slot.Instance);
        else
            call.ApiSlotPlace = slot.Place;
        call.HoldsSlot = true;
    }
}
