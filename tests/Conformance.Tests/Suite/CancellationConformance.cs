using Pipeline.CompilerServices;

namespace Pipeline.Conformance.Tests.Suite;

/// <summary>Before, during and after a call, a cancellation does what it does in one process.</summary>
public abstract class CancellationConformance<TReach>
    where TReach : Reach, new()
{
    private const string Name = "x";

    private readonly TReach _reach = new();
    private CancellationTokenSource _cancellation = null!;
    private Reached<Waiting.Proxy> _waiting = null!;

    private Waiting.Proxy.Async Calls => _waiting.Proxy.ToAsync;

    private Probe Probe => _waiting.Probe;

    private CancellationToken Token => _cancellation.Token;

    [SetUp]
    public async Task StartAsync()
    {
        _cancellation = new();
        _waiting = await _reach.StartAsync<Waiting, Waiting.Proxy>(new());
    }

    [TearDown]
    public async Task StopAsync()
    {
        Probe.Signal($"{Name} go");
        await _waiting.DisposeAsync();
        _cancellation.Dispose();
    }

    [Test]
    public async Task Before_AnApiThatHeedsItsToken_IsCanceledWithTheCallersToken()
    {
        await _cancellation.CancelAsync();

        await AssertCanceledAsync(Calls.Heed(Name, Token));
    }

    [TestCase(nameof(Waiting.Proxy.RunOn))]
    [TestCase(nameof(Waiting.Proxy.SyncRunOn))]
    [TestCase(nameof(Waiting.Proxy.SyncHeed))]
    [TestCase(nameof(Waiting.Proxy.SyncIgnore))]
    public async Task Before_AnApiThatCannotHeed_NeverStarts(string api)
    {
        Probe.Signal($"{Name} go");
        await _cancellation.CancelAsync();

        await AssertCanceledAsync(Call(api));
        Assert.That(Probe.HasSeen($"{Name} started"), Is.False);
    }

    [Test]
    public async Task Before_AnAsyncApiThatIgnoresItsToken_Answers()
    {
        Probe.Signal($"{Name} go");
        await _cancellation.CancelAsync();

        Assert.That(await Calls.Ignore(Name, Token), Is.EqualTo("x True"));
        Assert.That(_waiting.Proxy.Ignore(Name, Token), Is.EqualTo("x True"));
        Assert.That(_waiting.Proxy.SyncIgnore(Name, Token), Is.EqualTo("x True"));
    }

    [Test]
    public async Task During_AnApiThatHeedsItsToken_IsToldAndEnds()
    {
        var call = Calls.Heed(Name, Token);
        await Probe.SeenAsync($"{Name} started");
        await _cancellation.CancelAsync();

        await AssertCanceledAsync(call);
        Assert.That(Probe.HasSeen($"{Name} canceled"));
    }

    [TestCase(nameof(Waiting.Proxy.RunOn))]
    [TestCase(nameof(Waiting.Proxy.SyncRunOn))]
    [TestCase(nameof(Waiting.Proxy.SyncIgnore))]
    public async Task During_AnApiThatCannotBeStopped_IsGivenUpAndRunsOn(string api)
    {
        var call = Call(api);
        await Probe.SeenAsync($"{Name} started");
        await _cancellation.CancelAsync();

        await AssertCanceledAsync(call);
        Assert.That(Probe.HasSeen($"{Name} ended"), Is.False);
        Probe.Signal($"{Name} go");
        await Probe.SeenAsync($"{Name} ended");
    }

    [Test]
    public async Task During_AnAsyncApiThatIgnoresItsToken_AnswersWhenItEnds()
    {
        var call = Calls.Ignore(Name, Token);
        await Probe.SeenAsync($"{Name} started");
        await _cancellation.CancelAsync();
        Probe.Signal($"{Name} go");

        Assert.That(await call, Does.StartWith("x "));
    }

    [TestCase(nameof(Waiting.Proxy.Heed))]
    [TestCase(nameof(Waiting.Proxy.SyncHeed))]
    public async Task During_OnTheSyncView_EndsTheBlockedCall(string api)
    {
        var blocked = Task.Factory.StartNew(
            () => api == nameof(Waiting.Proxy.Heed) ? _waiting.Proxy.Heed(Name, Token) : _waiting.Proxy.SyncHeed(Name, Token),
            TaskCreationOptions.LongRunning);
        await Probe.SeenAsync($"{Name} started");
        await _cancellation.CancelAsync();

        Assert.That(async () => await blocked, Throws.InstanceOf<OperationCanceledException>().With.Property("CancellationToken").EqualTo(Token));
    }

    [Test]
    public async Task During_OnTheSyncViewOfAnApiThatIgnoresIt_WaitsForItsEnd()
    {
        var blocked = Task.Factory.StartNew(() => _waiting.Proxy.SyncIgnore(Name, Token), TaskCreationOptions.LongRunning);
        await Probe.SeenAsync($"{Name} started");
        await _cancellation.CancelAsync();
        Probe.Signal($"{Name} go");

        Assert.That(await blocked, Does.StartWith("x "));
    }

    [Test]
    public async Task After_TheAnswerStays()
    {
        Probe.Signal($"{Name} go");
        var call = Calls.Heed(Name, Token);
        Assert.That(await call, Is.EqualTo("x went"));
        await _cancellation.CancelAsync();

        Assert.That(await call, Is.EqualTo("x went"));
        Assert.That(await Calls.Heed(Name), Is.EqualTo("x went"));
    }

    [Test]
    public async Task OfOneCall_LeavesTheOthersAlone()
    {
        var other = Calls.Heed("y");
        var call = Calls.Heed(Name, Token);
        await Probe.SeenAsync("y started");
        await Probe.SeenAsync($"{Name} started");
        await _cancellation.CancelAsync();

        await AssertCanceledAsync(call);
        Assert.That(other.IsCompleted, Is.False);
        Probe.Signal("y go");
        Assert.That(await other, Is.EqualTo("y went"));
    }

    [Test]
    public async Task OfTheServicesOwn_IsNotTheCallers()
    {
        var call = Calls.GiveUp(Token);

        Assert.That(
            async () => await call,
            Throws.InstanceOf<TaskCanceledException>().With.Property("CancellationToken").Not.EqualTo(Token));
        Assert.That(call.Status, Is.EqualTo(TaskStatus.Canceled));
        Assert.That(Token.IsCancellationRequested, Is.False);
        await _cancellation.CancelAsync();
    }

    private Task<string> Call(string api) => api switch
    {
        nameof(Waiting.Proxy.RunOn) => Calls.RunOn(Name, Token),
        nameof(Waiting.Proxy.SyncRunOn) => Calls.SyncRunOn(Name, Token),
        nameof(Waiting.Proxy.SyncHeed) => Calls.SyncHeed(Name, Token),
        _ => Calls.SyncIgnore(Name, Token),
    };

    private async Task AssertCanceledAsync(Task call)
    {
        await call.WaitAsync(TimeSpan.FromSeconds(30)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        Assert.That(call.Status, Is.EqualTo(TaskStatus.Canceled));
        Assert.That(
            () => call.GetAwaiter().GetResult(),
            Throws.InstanceOf<OperationCanceledException>().With.Property("CancellationToken").EqualTo(Token));
    }
}
