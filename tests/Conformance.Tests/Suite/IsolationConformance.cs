namespace Pipeline.Conformance.Tests.Suite;

/// <summary>
/// What two sides share: everything in one process, nothing but values across a boundary. The one difference between them, and
/// why an API must not change its arguments nor a caller what it has passed.
/// </summary>
public abstract class IsolationConformance<TReach>
    where TReach : Reach, new()
{
    private readonly TReach _reach = new();

    [Test]
    public async Task Argument_ChangedByTheService_ChangesForTheCallerOnlyWhereItIsShared()
    {
        await using var values = await _reach.StartAsync<Values, Values.Proxy>(new());
        int[] argument = [1, 2];

        int[] result = await values.Proxy.ToAsync.Overwrite(argument);

        Assert.That(result, Is.EqualTo([-1, 2]));
        Assert.That(argument[0], Is.EqualTo(_reach.IsByValue ? 1 : -1));
        Assert.That(ReferenceEquals(values.Probe.Kept("argument"), argument), Is.Not.EqualTo(_reach.IsByValue));
        Assert.That(ReferenceEquals(values.Probe.Kept("argument"), result), Is.Not.EqualTo(_reach.IsByValue));
    }

    [Test]
    public async Task Argument_ChangedByTheCallerDuringTheCall_WasTakenBefore()
    {
        await using var values = await _reach.StartAsync<Values, Values.Proxy>(new());
        int[] argument = [1];

        var call = values.Proxy.ToAsync.FirstLater(argument);
        argument[0] = 2;
        values.Probe.Signal("go");

        Assert.That(await call, Is.EqualTo(_reach.IsByValue ? 1 : 2));
    }

    [Test]
    public async Task Token_IsTheCallersOwnOnlyWhereItIsShared()
    {
        await using var crowd = await _reach.StartAsync<Crowd, Crowd.Proxy>(new());
        using var cancellation = new CancellationTokenSource();

        await crowd.Proxy.ToAsync.KeepToken(cancellation.Token);

        Assert.That(cancellation.Token.Equals(crowd.Probe.Kept("token")), Is.EqualTo(_reach.SharesTokens));
    }

    [Test]
    public async Task Stream_IsTheCallersOwnOnlyWhereItIsShared()
    {
        await using var listening = await _reach.StartAsync<Listening, Listening.Proxy>(new());
        var stream = AsyncEnumerable.Range(0, 3);

        await listening.Proxy.ToAsync.KeepStream(stream);

        Assert.That(ReferenceEquals(listening.Probe.Kept("stream"), stream), Is.Not.EqualTo(_reach.IsByValue));
    }

    [TestCase(true)]
    [TestCase(false)]
    public async Task AmbientValue_FlowsOnlyWhereItIsShared(bool isBlocking)
    {
        await using var crowd = await _reach.StartAsync<Crowd, Crowd.Proxy>(new());
        Crowd.Ambient.Value = "the caller's";

        string? seen = isBlocking ? crowd.Proxy.Ambient() : await crowd.Proxy.ToAsync.Ambient();

        Assert.That(seen, Is.EqualTo(_reach.IsByValue ? null : "the caller's"));
    }
}
