namespace Pipeline.Conformance.Tests.Suite;

/// <summary>A service's limits and its time hold for every caller, and say so in the same words.</summary>
public abstract class LimitConformance<TReach>
    where TReach : Reach, new()
{
    private Reached<Limited.Proxy> _limited = null!;

    [SetUp]
    public async Task StartAsync() => _limited = await new TReach().StartAsync<Limited, Limited.Proxy>(new());

    [TearDown]
    public async Task StopAsync()
    {
        _limited.Probe.Signal("go");
        await _limited.DisposeAsync();
    }

    [Test]
    public async Task Call_BeyondTheLimit_IsTurnedAway([Values] bool isBlocking)
    {
        var first = _limited.Proxy.ToAsync.Wait();
        await _limited.Probe.SeenAsync("started");

        var refused = isBlocking
            ? Assert.Throws<ServiceOverloadedException>(() => _limited.Proxy.Wait())
            : await Assert.ThrowsAsync<ServiceOverloadedException>(async () => await _limited.Proxy.ToAsync.Wait());

        Assert.That(refused!.Message, Is.EqualTo(new ServiceOverloadedException("Limited", 1, 0).Message));
        Assert.That((refused.Service, refused.Running, refused.Waiting), Is.EqualTo(("Limited", 1, 0)));
        _limited.Probe.Signal("go");
        Assert.That(await first, Is.EqualTo(1));
        Assert.That(await _limited.Proxy.ToAsync.Wait(), Is.EqualTo(1));
    }

    [Test]
    public async Task Call_OutOfTime_SaysWhoseAndWhere([Values] bool takesToken)
    {
        var call = takesToken ? _limited.Proxy.ToAsync.Wait() : _limited.Proxy.ToAsync.RunOn();
        await _limited.Probe.SeenAsync("started");
        _limited.Probe.Clock.Advance(TimeSpan.FromMinutes(2));

        var late = await Assert.ThrowsAsync<ServiceTimeoutException>(async () => await call);

        Assert.That((late!.Path, late.Call, late.Budget), Is.EqualTo(("Limited", takesToken ? "Limited.Wait" : "Limited.RunOn", TimeSpan.FromMinutes(1))));
        Assert.That(late.Message, Is.EqualTo(new ServiceTimeoutException(late.Path, late.Call, late.Budget, late.Spent).Message));
        Assert.That(call.Status, Is.EqualTo(TaskStatus.Faulted));
        var failure = CallFailure.Of(late);
        Assert.That((failure?.Path, failure?.Api, failure?.Attempt), Is.EqualTo(("Limited", takesToken ? "Wait" : "RunOn", 1)));
        Assert.That(failure?.Elapsed, Is.EqualTo(TimeSpan.FromMinutes(2)));
    }

    [Test]
    public async Task Call_WhoseClientBreaksWithItsToken_IsOutOfTime([Values] bool isBlocking)
    {
        var call = isBlocking
            ? Task.Factory.StartNew(() => _limited.Proxy.Break(default), TaskCreationOptions.LongRunning)
            : _limited.Proxy.ToAsync.Break();
        await _limited.Probe.SeenAsync("started");
        _limited.Probe.Clock.Advance(TimeSpan.FromMinutes(2));

        var late = await Assert.ThrowsAsync<ServiceTimeoutException>(async () => await call);
        Assert.That(late!.Call, Is.EqualTo("Limited.Break"));
    }

    [Test]
    public async Task Call_WhoseCancellationBlocks_EndsAllTheSame()
    {
        var call = _limited.Proxy.ToAsync.Block();
        await _limited.Probe.SeenAsync("started");
        _limited.Probe.Clock.Advance(TimeSpan.FromMinutes(2));

        await Assert.ThatAsync(() => call, Throws.TypeOf<ServiceTimeoutException>());
        await _limited.Probe.SeenAsync("canceled");
    }
}
