using Pipeline.Calls;

namespace Pipeline.Runtime.Tests.Calls;

/// <summary>Whose turn it is, one step after the other.</summary>
public sealed class CallSlotsTests
{
    [Test]
    public void Limit_Lowered_LetsNobodyInUntilEnoughHaveEnded()
    {
        var slots = new CallSlots(total: 3);
        var running = Enumerable.Range(0, 3).Select(_ => Take(slots)).ToArray();
        var waiting = new AwaitedSlot();
        Assert.That(slots.TryEnter(waiting));
        slots.Resize(total: 2, int.MaxValue, int.MaxValue);

        slots.Release(running[0]);
        Assert.That((slots.Load, waiting.Turn.IsCompleted), Is.EqualTo(((2, 1), false)));
        slots.Release(running[1]);
        Assert.That((slots.Load, waiting.Turn.IsCompleted), Is.EqualTo(((2, 0), true)));
    }

    [Test]
    public void Limit_LoweredFarBelowWhatRuns_LetsNobodyIn()
    {
        var slots = new CallSlots(total: 4);
        var running = Enumerable.Range(0, 4).Select(_ => Take(slots)).ToArray();
        var waiting = new AwaitedSlot();
        Assert.That(slots.TryEnter(waiting));
        slots.Resize(total: 1, int.MaxValue, int.MaxValue);
        slots.Release(running[0]);

        Assert.That((slots.Load, waiting.Turn.IsCompleted), Is.EqualTo(((3, 1), false)));
    }

    [Test]
    public void Instances_ThatAreEquallyBusy_AreTakenInTurn()
    {
        var slots = new CallSlots(total: 3, instances: 3, perInstance: 1);
        var taken = new List<int>();
        for (var call = 0; call < 6; call++)
        {
            var slot = Take(slots);
            taken.Add(slot.Instance);
            slots.Release(slot);
        }

        Assert.That(taken, Is.EqualTo(new[] { 0, 1, 2, 0, 1, 2 }));
    }

    private static TakenSlot Take(CallSlots slots)
    {
        Assert.That(slots.TryTake(null, null, out var slot));
        return slot;
    }
}
