using Pipeline.Calls;
using Pipeline.CompilerServices;

namespace Pipeline.Runtime.Tests.CompilerServices;

public class CallSlotsTests
{
    private readonly AnyProxy _proxy = new();

    [Test]
    public async Task Calls_ThatBlock_LeaveRoomForAnAsyncCallBesideThem()
    {
        const int calls = 1000;
        int running = 0, most = 0, ended = 0;
        var blocking = new Task[calls];
        for (var call = 0; call < calls; call++)
            blocking[call] = ProxyCall.Run(_proxy, 0, Block, default);

        await AnswerAsync();
        var endedBeforeTheAnswer = Volatile.Read(ref ended);
        await Task.WhenAll(blocking);

        Assert.That(endedBeforeTheAnswer, Is.LessThan(calls / 2));
        Assert.That(most, Is.InRange(1, Environment.ProcessorCount));
        Assert.That(ended, Is.EqualTo(calls));

        void Block(int _)
        {
            Raise(ref most, Interlocked.Increment(ref running));
            Thread.Sleep(2);
            Interlocked.Decrement(ref running);
            Interlocked.Increment(ref ended);
        }

        // Ten hops through the pool, each behind whatever the blocking calls have put there.
        static async Task AnswerAsync()
        {
            for (var hop = 0; hop < 10; hop++)
                await Task.Factory.StartNew(
                    static () => { }, CancellationToken.None, TaskCreationOptions.PreferFairness, TaskScheduler.Default);
        }
    }

    [Test]
    public async Task Calls_ThatFollowEachOther_LetOtherWorkIn()
    {
        // A body starts its successor, for ever. Queued where the thread looks first, it would start ahead of everything else.
        using var end = new CancellationTokenSource();
        var slots = Environment.ProcessorCount;
        var chains = Enumerable.Range(0, slots).Select(_ => ProxyCall.Run(_proxy, end.Token, Follow, default)).ToArray();
        var first = Task.Factory.StartNew(
            static () => { }, CancellationToken.None, TaskCreationOptions.PreferFairness, TaskScheduler.Default);

        await first;
        await end.CancelAsync();
        await Task.WhenAll(chains);
        Assert.That(first.IsCompletedSuccessfully);

        void Follow(CancellationToken ended)
        {
            if (!ended.IsCancellationRequested)
                _ = ProxyCall.Run(_proxy, ended, Follow, default);
        }
    }

    [Test]
    public async Task Calls_StartInTheOrderTheyCameIn()
    {
        using var rest = new SlotGate();
        using var last = new SlotGate();
        await rest.HoldAsync(_proxy, Environment.ProcessorCount - 1);
        await last.HoldAsync(_proxy, 1);
        var started = new List<int>();
        var calls = Enumerable.Range(0, 200).Select(call => ProxyCall.Run(_proxy, call, started.Add, default)).ToArray();

        await last.OpenAsync();
        await Task.WhenAll(calls);
        Assert.That(started, Is.EqualTo(Enumerable.Range(0, 200)));
    }

    [Test]
    public async Task Calls_FillEverySlot()
    {
        using var gate = new SlotGate();
        await gate.HoldAsync(_proxy, Environment.ProcessorCount);
        Assert.That(PoolSlots.Of(_proxy).Load, Is.EqualTo((Environment.ProcessorCount, 0)), "calls that run, and that wait");
    }

    [Test]
    public async Task Proxies_HaveSlotsOfTheirOwn()
    {
        using var gate = new SlotGate();
        await gate.HoldAsync(_proxy, Environment.ProcessorCount);

        Assert.That(await ProxyCall.Run(new AnyProxy(), 1, static value => value, default), Is.EqualTo(1));
    }

    [Test]
    public async Task Calls_CanceledAtRandom_LoseNoSlot()
    {
        var random = new Random(7);
        for (var round = 0; round < 20; round++)
        {
            using var cancellation = new CancellationTokenSource();
            var calls = Enumerable.Range(0, 100)
                .Select(_ => ProxyCall.Run(_proxy, random.Next(50), Thread.SpinWait, random.Next(2) == 0 ? cancellation.Token : default))
                .ToArray();
            Thread.SpinWait(random.Next(20_000));
            await cancellation.CancelAsync();
            await Task.WhenAll(calls).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            Assert.That(calls.Count(static call => call.IsFaulted), Is.Zero);
        }

        await Calls_FillEverySlot();
    }

    private static void Raise(ref int target, int value)
    {
        for (int seen; value > (seen = Volatile.Read(ref target));)
        {
            if (Interlocked.CompareExchange(ref target, value, seen) == seen)
                return;
        }
    }
}
