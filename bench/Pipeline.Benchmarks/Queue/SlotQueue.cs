using Pipeline.Calls;

namespace Pipeline.Benchmarks.Queue;

/// <summary>The runtime's own queue around the body, without the rest of a call.</summary>
internal sealed class SlotQueue(int slots, Func<int, CancellationToken, Task<int>> body)
{
    private readonly CallSlots _slots = new(slots);

    public async Task<int> CallAsync(int value, CancellationToken cancellationToken)
    {
        if (!_slots.TryTake(required: null, holder: null, out var taken))
        {
            var slot = new AwaitedSlot();
            _slots.TryEnter(slot);
            using var cancellation = cancellationToken.UnsafeRegister(
                static (slot, token) => ((AwaitedSlot)slot!).GiveUp(token), slot);
            await slot.Turn.ConfigureAwait(false);
            taken = slot.Taken;
        }

        try
        {
            return await body(value, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            _slots.Release(taken);
        }
    }
}
