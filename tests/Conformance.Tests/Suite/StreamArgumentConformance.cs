using System.Runtime.CompilerServices;

namespace Pipeline.Conformance.Tests.Suite;

/// <summary>A stream that is an argument is read item by item where the caller is.</summary>
public abstract class StreamArgumentConformance<TReach>
    where TReach : Reach, new()
{
    private Probe _caller = null!;
    private Reached<Listening.Proxy> _streams = null!;

    private Listening.Proxy Proxy => _streams.Proxy;

    [SetUp]
    public async Task StartAsync()
    {
        _caller = new();
        _streams = await new TReach().StartAsync<Listening, Listening.Proxy>(new());
    }

    [TearDown]
    public async Task StopAsync() => await _streams.DisposeAsync();

    [Test]
    public async Task Items_GoInAndComeOutInOrder()
    {
        Assert.That(await Proxy.ToAsync.Sum(AsyncEnumerable.Range(1, 500)), Is.EqualTo(125_250));
        Assert.That(Proxy.Sum(AsyncEnumerable.Empty<int>()), Is.Zero);
        Assert.That(await Proxy.ToAsync.Double(AsyncEnumerable.Range(1, 3)).ToListAsync(), Is.EqualTo([2, 4, 6]));
        Assert.That(Proxy.Double(AsyncEnumerable.Range(1, 3)), Is.EqualTo([2, 4, 6]));
    }

    [Test]
    public async Task Streams_SeveralOrNull_AreToldApart()
    {
        Assert.That(await Proxy.ToAsync.SumOfBoth(AsyncEnumerable.Range(1, 3), AsyncEnumerable.Range(4, 2)), Is.EqualTo(906));
        Assert.That(await Proxy.ToAsync.SumOfBoth(AsyncEnumerable.Range(1, 3), null), Is.EqualTo(6));
        Assert.That(await Proxy.ToAsync.ReadTwice(AsyncEnumerable.Range(1, 3)), Is.EqualTo((6, 6)));
    }

    [Test]
    public async Task Stream_OfTheServiceItself_GoesBackIn()
    {
        var chained = Proxy.ToAsync.Double(Proxy.ToAsync.Double(Proxy.ToAsync.Count("x", 3)));

        Assert.That(await chained.ToListAsync(), Is.EqualTo([4, 8, 12]));
        Assert.That(_streams.Probe.HasSeen("x disposed"));
    }

    [Test]
    public async Task Item_IsReadBeforeTheNextIsMade() =>
        Assert.That(await Proxy.ToAsync.Sum(MakeWhenRead(3)), Is.EqualTo(6));

    [Test]
    public async Task Stream_NotReadToItsEnd_IsDisposedOf()
    {
        Assert.That(await Proxy.ToAsync.Sum(MakeForever(), 3), Is.EqualTo(6));
        Assert.That(_caller.HasSeen("disposed"));
    }

    [Test]
    public async Task Result_LeftHalfWay_DisposesOfTheArgumentToo()
    {
        Assert.That(await Proxy.ToAsync.Double(MakeForever()).Take(2).ToListAsync(), Is.EqualTo([2, 4]));
        Assert.That(_caller.HasSeen("disposed"));
    }

    [Test]
    public void Stream_Failing_FailsTheCall()
    {
        Assert.That(async () => await Proxy.ToAsync.Sum(MakeAndFail()), Throws.InstanceOf<OutOfStockException>().With.Message.EqualTo("No third."));
        Assert.That(() => Proxy.Sum(MakeAndFail()), Throws.InstanceOf<OutOfStockException>());
        Assert.That(async () => await Proxy.ToAsync.Double(MakeAndFail()).ToListAsync(), Throws.InstanceOf<OutOfStockException>());
    }

    [Test]
    public async Task Cancellation_OfTheCall_ReachesTheStream()
    {
        using var cancellation = new CancellationTokenSource();
        Task call = Proxy.ToAsync.Sum(MakeUntilCanceled(), cancellationToken: cancellation.Token);
        await _caller.SeenAsync("waiting");
        await cancellation.CancelAsync();

        await call.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        Assert.That(call.Status, Is.EqualTo(TaskStatus.Canceled));
        Assert.That(_caller.HasSeen("disposed"));
    }

    private async IAsyncEnumerable<int> MakeWhenRead(int count)
    {
        for (int item = 1; item <= count; item++)
        {
            yield return item;
            await _streams.Probe.SeenAsync($"read {item}");
        }
    }

    private async IAsyncEnumerable<int> MakeForever()
    {
        try
        {
            for (int item = 1; ; item++)
            {
                await Task.Yield();
                yield return item;
            }
        }
        finally
        {
            _caller.Signal("disposed");
        }
    }

    private static async IAsyncEnumerable<int> MakeAndFail()
    {
        yield return 1;
        await Task.Yield();
        yield return 2;
        throw new OutOfStockException("No third.");
    }

    private async IAsyncEnumerable<int> MakeUntilCanceled([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        try
        {
            yield return 1;
            _caller.Signal("waiting");
            await Task.Delay(TimeSpan.FromSeconds(30), cancellationToken);
        }
        finally
        {
            _caller.Signal("disposed");
        }
    }
}
