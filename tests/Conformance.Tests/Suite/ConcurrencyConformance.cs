using System.Globalization;

namespace Pipeline.Conformance.Tests.Suite;

/// <summary>Calls at the same time are calls of their own.</summary>
public abstract class ConcurrencyConformance<TReach>
    where TReach : Reach, new()
{
    private Reached<Crowd.Proxy> _crowd = null!;

    [SetUp]
    public async Task StartAsync() => _crowd = await new TReach().StartAsync<Crowd, Crowd.Proxy>(new());

    [TearDown]
    public async Task StopAsync() => await _crowd.DisposeAsync();

    [Test]
    public async Task ManyCalls_SomeFailing_GetTheirOwnAnswers()
    {
        var calls = Enumerable.Range(0, 600).Select(number => _crowd.Proxy.ToAsync.Answer(number, new string('x', number))).ToArray();

        var outcomes = await Gather.Settle(calls);
        for (int number = 0; number < calls.Length; number++)
        {
            if (number % 3 == 0)
                Assert.That(outcomes[number].Exception, Is.InstanceOf<OutOfStockException>().With.Message.EqualTo($"None for {number}."));
            else
                Assert.That(outcomes[number].Value, Is.EqualTo(string.Create(CultureInfo.InvariantCulture, $"{number}:{number}")));
        }
    }

    [Test]
    public async Task ManyCallsOfASyncApi_GetTheirOwnAnswers()
    {
        int[] squares = await Gather.All(Enumerable.Range(0, 600).Select(number => _crowd.Proxy.ToAsync.Square(number)));

        Assert.That(squares, Is.EqualTo(Enumerable.Range(0, 600).Select(static number => number * number)));
    }

    [Test]
    public async Task ManyThreads_OnTheSyncView_GetTheirOwnAnswers()
    {
        var threads = Enumerable.Range(0, 8).Select(thread => Task.Factory.StartNew(
            () => Enumerable.Range(0, 50).Select(call => _crowd.Proxy.Square((thread * 100) + call)).ToArray(),
            TaskCreationOptions.LongRunning));

        int[][] squares = await Task.WhenAll(threads);
        for (int thread = 0; thread < squares.Length; thread++)
            Assert.That(squares[thread], Is.EqualTo(Enumerable.Range(thread * 100, 50).Select(static number => number * number)));
    }

    [Test]
    public async Task CallsThatNeedEachOther_AreAllUnderWayAtOnce()
    {
        var calls = Enumerable.Range(0, 200).Select(number => _crowd.Proxy.ToAsync.Meet(200, number)).ToArray();

        Assert.That(await Task.WhenAll(calls), Is.EqualTo(Enumerable.Range(0, 200)));
    }

    [Test]
    public async Task SyncCallsThatNeedEachOther_OnTheSyncView_AreAllUnderWayAtOnce()
    {
        int count = Environment.ProcessorCount + (new TReach().SyncCallsTakeSlots ? 0 : 2);
        var threads = Enumerable.Range(0, count).Select(number => Task.Factory.StartNew(
            () => _crowd.Proxy.SyncMeet(count, number), TaskCreationOptions.LongRunning)).ToArray();

        Assert.That(await Task.WhenAll(threads), Is.EqualTo(Enumerable.Range(0, count)));
    }
}
