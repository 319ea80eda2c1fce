namespace Pipeline.Conformance.Tests.Suite;

/// <summary>However an API is declared, it is the one that is called.</summary>
public abstract class SignatureConformance<TReach>
    where TReach : Reach, new()
{
    private readonly TReach _reach = new();
    private Reached<Signatures.Proxy> _signatures = null!;

    [SetUp]
    public async Task StartAsync() => _signatures = await _reach.StartAsync<Signatures, Signatures.Proxy>(new());

    [TearDown]
    public async Task StopAsync() => await _signatures.DisposeAsync();

    [TestCase(true)]
    [TestCase(false)]
    public async Task ApisWithoutResult_Ended_HaveRun(bool isBlocking)
    {
        if (isBlocking)
        {
            _signatures.Proxy.Nothing();
            _signatures.Proxy.NothingTask("x");
            _signatures.Proxy.NothingValueTask();
        }
        else
        {
            await _signatures.Proxy.ToAsync.Nothing();
            await _signatures.Proxy.ToAsync.NothingTask("x");
            await _signatures.Proxy.ToAsync.NothingValueTask();
        }

        Assert.That(_signatures.Probe.HasSeen("nothing"));
        Assert.That(_signatures.Probe.Kept("task"), Is.EqualTo("x"));
        Assert.That(_signatures.Probe.HasSeen("value task"));
    }

    [Test]
    public async Task Params_NoneOrManyOrOneList_Arrive()
    {
        var proxy = _signatures.Proxy;

        Assert.That((proxy.Sum(), proxy.Sum(1), proxy.Sum(1, 2, 3), proxy.Sum([4, 5])), Is.EqualTo((0, 1, 6, 9)));
        Assert.That(await proxy.ToAsync.Sum(), Is.Zero);
        Assert.That(await proxy.ToAsync.Sum(1, 2), Is.EqualTo(3));
        Assert.That(await proxy.ToAsync.Sum([1, 2], CancellationToken.None), Is.EqualTo(3));
        Assert.That(proxy.Join("-", CancellationToken.None, "a", null, "b"), Is.EqualTo("a--b"));
        Assert.That(await proxy.ToAsync.Join("-", "a", "b"), Is.EqualTo("a-b"));
        Assert.That(await proxy.ToAsync.Join("-", new List<string?>(), CancellationToken.None), Is.Empty);
    }

    [Test]
    public async Task Defaults_OnBothViews_AreTheServicesOwn()
    {
        string expected = new Signatures(new()).Defaults();

        Assert.That(_signatures.Proxy.Defaults(), Is.EqualTo(expected));
        Assert.That(await _signatures.Proxy.ToAsync.Defaults(), Is.EqualTo(expected));
        Assert.That(await _signatures.Proxy.ToAsync.Defaults(real: 1, truth: false), Is.EqualTo(new Signatures(new()).Defaults(real: 1, truth: false)));
    }

    [Test]
    public async Task Overloads_AreToldApart()
    {
        var proxy = _signatures.Proxy;

        Assert.That(proxy.Kind(1), Is.EqualTo("int 1"));
        Assert.That(proxy.Kind((int?)1), Is.EqualTo("int? 1"));
        Assert.That(proxy.Kind((int?)null), Is.EqualTo("int? "));
        Assert.That(await proxy.ToAsync.Kind("1"), Is.EqualTo("string 1"));
        Assert.That(await proxy.ToAsync.Kind((string?)null), Is.EqualTo("string "));
        Assert.That(await proxy.ToAsync.Kind(1, 2L), Is.EqualTo("int 1 long 2"));
    }

    [Test]
    public async Task Parameters_ManyAndOfAnyName_ArriveInOrder()
    {
        Assert.That(_signatures.Proxy.@event(1, 2, 3, 4, 5, 6, 7, 8, 9, 0), Is.EqualTo("1234567890"));
        Assert.That(await _signatures.Proxy.ToAsync.@event(1, 2, 3, 4, 5, 6, 7, 8, 9, 0), Is.EqualTo("1234567890"));
    }

    [Test]
    public void TokenInTheMiddle_CanceledBefore_IsCanceledThere()
    {
        var canceled = new CancellationToken(canceled: true);

        Assert.That(_signatures.Proxy.TokenInTheMiddle("abc", CancellationToken.None), Is.False);
        Assert.That(_signatures.Proxy.TokenInTheMiddle("abc", canceled), Is.True);
        Assert.That(_signatures.Proxy.TokenInTheMiddle("abcd", canceled, 4), Is.True);
    }
}
