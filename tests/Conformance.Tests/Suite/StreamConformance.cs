namespace Pipeline.Conformance.Tests.Suite;

/// <summary>Streams come item by item, begin when read, and end when left.</summary>
public abstract class StreamConformance<TReach>
    where TReach : Reach, new()
{
    private readonly TReach _reach = new();
    private Reached<Streams.Proxy> _streams = null!;

    private Streams.Proxy Proxy => _streams.Proxy;

    private Probe Probe => _streams.Probe;

    [SetUp]
    public async Task StartAsync() => _streams = await _reach.StartAsync<Streams, Streams.Proxy>(new());

    [TearDown]
    public async Task StopAsync() => await _streams.DisposeAsync();

    [TestCase(0)]
    [TestCase(1)]
    [TestCase(2000)]
    public async Task Items_FewOrMany_ComeInOrder(int count)
    {
        var expected = Enumerable.Range(1, count);

        Assert.That(await Proxy.ToAsync.Count("a", count).ToListAsync(), Is.EqualTo(expected));
        Assert.That(await Proxy.ToAsync.SyncCount("b", count).ToListAsync(), Is.EqualTo(expected));
        Assert.That(Proxy.Count("c", count), Is.EqualTo(expected));
        Assert.That(Proxy.SyncCount("d", count), Is.EqualTo(expected));
        Assert.That("abcd".All(name => Probe.HasSeen($"{name} disposed")));
    }

    [Test]
    public async Task Items_NullOrOdd_AreItems()
    {
        Assert.That(await Proxy.ToAsync.Texts().ToListAsync(), Is.EqualTo([null, "", "\uD800"]));
        Assert.That(Proxy.Texts(), Is.EqualTo([null, "", "\uD800"]));
    }

    [Test]
    public async Task Items_EmptyOrLarge_ArriveWhole([Values(0, 1_500_000)] int size)
    {
        var blocks = await Proxy.ToAsync.Blocks(3, size).ToListAsync();

        Assert.That(blocks.Select(static block => block.Length), Is.EqualTo([size, size, size]));
        Assert.That(Enumerable.Range(0, 3).All(index => blocks[index].All(item => item == index)));
    }

    [Test]
    public async Task Stream_BeforeItIsRead_HasNotStarted([Values] bool isBlocking)
    {
        if (isBlocking)
        {
            var stream = Proxy.Count("x", 2);
            Assert.That(Probe.HasSeen("x started"), Is.False);
            Assert.That(stream.First(), Is.EqualTo(1));
        }
        else
        {
            var stream = Proxy.ToAsync.Count("x", 2);
            Assert.That(Probe.HasSeen("x started"), Is.False);
            Assert.That(await stream.FirstAsync(), Is.EqualTo(1));
        }

        Assert.That(Probe.HasSeen("x started"));
    }

    [Test]
    public async Task Item_IsReadBeforeTheNextIsMade()
    {
        await using var items = Proxy.ToAsync.PauseWithoutToken("x").GetAsyncEnumerator();

        Assert.That(await items.MoveNextAsync());
        Assert.That(items.Current, Is.EqualTo(1));
        var next = items.MoveNextAsync();
        await Probe.SeenAsync("x pauses");
        Probe.Signal("x go");
        Assert.That(await next);
        Assert.That(items.Current, Is.EqualTo(2));
        Assert.That(await items.MoveNextAsync(), Is.False);
    }

    [Test]
    public async Task Stream_LeftHalfWay_HasRunItsFinally()
    {
        await foreach (int item in Proxy.ToAsync.Count("a", int.MaxValue))
        {
            if (item == 3)
                break;
        }

        await foreach (int item in Proxy.ToAsync.SyncCount("b", int.MaxValue))
        {
            if (item == 3)
                break;
        }

        Assert.That(Proxy.Count("c", int.MaxValue).Take(3), Is.EqualTo([1, 2, 3]));
        Assert.That(Proxy.SyncCount("d", int.MaxValue).Take(3), Is.EqualTo([1, 2, 3]));
        foreach (char name in "abcd")
            Assert.That(Probe.HasSeen($"{name} disposed"), $"{name}");
    }

    [Test]
    public async Task Stream_ReadTwice_RunsTwice()
    {
        var stream = Proxy.ToAsync.Count("x", 3);

        Assert.That(await stream.ToListAsync(), Is.EqualTo([1, 2, 3]));
        Assert.That(await stream.CountAsync(), Is.EqualTo(3));
    }

    [Test]
    public async Task Streams_ReadAtTheSameTime_KeepTheirItems()
    {
        var lists = await Task.WhenAll(Enumerable.Range(0, 40).Select(
            async number => await Proxy.ToAsync.Count($"{number}", number * 3).ToListAsync()));

        for (int number = 0; number < lists.Length; number++)
            Assert.That(lists[number], Is.EqualTo(Enumerable.Range(1, number * 3)));
    }

    [Test]
    public async Task Cancellation_BetweenItems_EndsTheStream([Values] bool byCall, [Values] bool isAsync)
    {
        using var cancellation = new CancellationTokenSource();
        var ofCall = byCall ? cancellation.Token : CancellationToken.None;
        var stream = isAsync ? Proxy.ToAsync.Count("x", int.MaxValue, ofCall) : Proxy.ToAsync.SyncCount("x", int.MaxValue, ofCall);
        var seen = new List<int>();

        Assert.That(
            async () =>
            {
                await foreach (int item in stream.WithCancellation(byCall ? CancellationToken.None : cancellation.Token))
                {
                    seen.Add(item);
                    if (item == 2)
                        await cancellation.CancelAsync();
                }
            },
            Throws.InstanceOf<OperationCanceledException>());
        Assert.That(seen, Is.EqualTo([1, 2]));
        await Probe.SeenAsync("x disposed");
    }

    [Test]
    public async Task Cancellation_BeforeTheFirstItem_StartsNothing([Values] bool isAsync)
    {
        var canceled = new CancellationToken(canceled: true);
        var stream = isAsync ? Proxy.ToAsync.Count("x", 3, canceled) : Proxy.ToAsync.SyncCount("x", 3, canceled);

        Assert.That(async () => await stream.ToListAsync(), Throws.InstanceOf<OperationCanceledException>());
        Assert.That(Probe.HasSeen("x started"), Is.False);
        Assert.That(await Proxy.ToAsync.Count("y", 1).ToListAsync(), Is.EqualTo([1]));
    }

    [Test]
    public async Task Cancellation_WhileAnItemIsAwaited_EndsTheStream([Values] bool hasToken)
    {
        using var cancellation = new CancellationTokenSource();
        var stream = hasToken ? Proxy.ToAsync.Pause("x", cancellation.Token) : Proxy.ToAsync.PauseWithoutToken("x", cancellation.Token);
        await using var items = stream.GetAsyncEnumerator(CancellationToken.None);
        Assert.That(await items.MoveNextAsync());
        var next = items.MoveNextAsync();
        await Probe.SeenAsync("x pauses");
        await cancellation.CancelAsync();

        Assert.That(
            async () => await next,
            Throws.InstanceOf<OperationCanceledException>().With.Property("CancellationToken").EqualTo(cancellation.Token));

        // Without a token the service waits on, and its finally runs when that ends.
        if (!hasToken)
        {
            Assert.That(Probe.HasSeen("x disposed"), Is.False);
            Probe.Signal("x go");
        }

        await Probe.SeenAsync("x disposed");
    }

    [Test]
    public async Task Cancellation_OnTheSyncViewOfAStreamThatIgnoresIt_IsUpToTheService()
    {
        using var cancellation = new CancellationTokenSource();
        using var items = Proxy.Heedless(3, cancellation.Token).GetEnumerator();

        Assert.That(items.MoveNext());
        Assert.That(items.Current, Is.False);
        await cancellation.CancelAsync();
        Assert.That(items.MoveNext());
        Assert.That(items.Current, Is.True);
        Assert.That(items.MoveNext());
        Assert.That(items.MoveNext(), Is.False);
    }
}
