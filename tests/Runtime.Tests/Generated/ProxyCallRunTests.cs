using Pipeline.Generated;

namespace Pipeline.Runtime.Tests.Generated;

public class ProxyCallRunTests
{
    private static readonly int Slots = Environment.ProcessorCount;

    private sealed class AnyProxy : ServiceProxy;

    [Test]
    public async Task Run_ThousandBlockingCalls_NeverMoreThanTheSlotsAndAnAsyncCallAnswersBesideThem()
    {
        const int calls = 1000;
        var proxy = new AnyProxy();
        int running = 0, most = 0, ended = 0;
        var blocking = Enumerable.Range(0, calls).Select(_ => ProxyCall.Run(proxy, 0, _ =>
        {
            var now = Interlocked.Increment(ref running);
            InterlockedMax(ref most, now);
            Thread.Sleep(1);
            Interlocked.Decrement(ref running);
            Interlocked.Increment(ref ended);
        }, default)).ToArray();

        await Task.Yield();
        await Task.Run(async () => await Task.Yield());
        var endedBefore = Volatile.Read(ref ended);
        await Task.WhenAll(blocking);

        Assert.That(endedBefore, Is.LessThan(calls / 2));
        Assert.That(most, Is.LessThanOrEqualTo(Slots));
    }

    private static void InterlockedMax(ref int target, int value)
    {
        for (int seen; (seen = Volatile.Read(ref target)) < value && Interlocked.CompareExchange(ref target, value, seen) != seen;)
        {
        }
    }
}
