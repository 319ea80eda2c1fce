using Pipeline.Calls;
using Pipeline.Runtime.Tests.Interleavings;

namespace Pipeline.Runtime.Tests.Calls;

public sealed class AwaitedSlotTests
{
    [Test]
    public async Task Wait_Canceled_HasLeftTheQueueWhenTheCancellationReturns()
    {
        var slots = new CallSlots(total: 1, queueLimit: 1);
        Assert.That(slots.TryTake(null, null, out _));
        using var cancellation = new CancellationTokenSource();
        var given = AwaitedCall.EnterAsync(new AwaitedSlot(), slots, cancellation.Token);
        cancellation.Cancel();

        Assert.That(slots.Load, Is.EqualTo((1, 0)));
        Assert.That(async () => await given, Throws.InstanceOf<OperationCanceledException>());
    }
}
