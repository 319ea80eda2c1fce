using Pipeline.Calls;

namespace Pipeline.Runtime.Tests.Calls;

public sealed class AwaitedSlotTests
{
    [Test]
    public async Task Wait_Canceled_HasLeftTheQueueWhenTheCancellationReturns()
    {
        var slots = new CallSlots(total: 1, queueLimit: 1);
        Assert.That(await new AwaitedSlot().EnterAsync(slots, CancellationToken.None));
        using var cancellation = new CancellationTokenSource();
        var given = new AwaitedSlot().EnterAsync(slots, cancellation.Token);
        cancellation.Cancel();

        Assert.That(slots.Load, Is.EqualTo((1, 0)));
        Assert.That(async () => await given, Throws.InstanceOf<OperationCanceledException>());
    }
}
