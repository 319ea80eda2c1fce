using Pipeline.Calls;

namespace Pipeline.Benchmarks.Queue;

/// <summary>The runtime's own queue around the body, without the rest of a call.</summary>
internal sealed class SlotQueue(int slots)
{
    private readonly CallSlots _slots = new(slots);

    public async Task<int> CallAsync(Func<int, Task<int>> body, int value)
    {
        if (!_slots.TryTake(required: null, out int instance))
        {
            var slot = new AwaitedSlot();
            await slot.EnterAsync(_slots, CancellationToken.None).ConfigureAwait(false);
            instance = slot.Instance;
        }

        try
        {
            return await body(value).ConfigureAwait(false);
        }
        finally
        {
            _slots.Release(instance);
        }
    }
}
