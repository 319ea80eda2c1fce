using System.Runtime.CompilerServices;

namespace Pipeline.Conformance.Tests.Suite;

/// <summary>Where calls wait for one another, each stays its caller's own, ends in its time and leaves nothing behind.</summary>
public abstract class PressureConformance<TReach>
    where TReach : Reach, new()
{
    private readonly TReach _reach = new();
    private Reached<Pressed.Proxy> _pressed = null!;

    private Pressed.Proxy Proxy => _pressed.Proxy;

    private Probe Probe => _pressed.Probe;

    [SetUp]
    public async Task StartAsync() =>
        _pressed = await _reach.StartAsync<Pressed, Pressed.Proxy>(new(), ("Pipeline:DrainTimeout", "1m"));

    [TearDown]
    public async Task StopAsync()
    {
        foreach (string name in (string[])["first go", "second go", "third go", "go"])
            Probe.Signal(name);
        await _pressed.DisposeAsync();
    }

    [Test]
    public async Task BlockedCaller_RunsNobodyElsesCall()
    {
        var first = Proxy.ToAsync.Work("first");
        await Probe.SeenAsync("first started");
        var blocked = Task.Factory.StartNew(
            () =>
            {
                Pressed.Mark = "mine";
                return Proxy.Work("second");
            },
            TaskCreationOptions.LongRunning);
        var other = Proxy.ToAsync.Work("third");

        foreach (string name in (string[])["first go", "second go", "third go"])
            Probe.Signal(name);

        Assert.That(await first, Is.Null);
        Assert.That(await other, Is.Null);
        Assert.That(await blocked, Is.EqualTo(_reach.SyncCallsTakeSlots ? null : "mine"));
    }

    [Test]
    public async Task BlockedCaller_WhoseTokenIsCanceled_IsFree()
    {
        using var cancellation = new CancellationTokenSource();
        var first = Proxy.ToAsync.Work("first");
        await Probe.SeenAsync("first started");
        var blocked = Task.Factory.StartNew(() => Proxy.Work("second", cancellation.Token), TaskCreationOptions.LongRunning);
        await cancellation.CancelAsync();

        await Assert.ThatAsync(
            () => blocked, Throws.InstanceOf<OperationCanceledException>().With.Property("CancellationToken").EqualTo(cancellation.Token));
        Assert.That(first.IsCompleted, Is.False);
    }

    [Test]
    public async Task WaitForASlot_IsPartOfTheTime()
    {
        var first = Proxy.ToAsync.Work("first");
        await Probe.SeenAsync("first started");
        var second = Proxy.ToAsync.Work("second");
        await Probe.LetTimePassAsync(second);
        await Probe.LetTimePassAsync(first);

        var late = await Assert.ThrowsAsync<ServiceTimeoutException>(async () => await second);
        Assert.That(late!.Call, Is.EqualTo("Pressed.Work"));
        await Assert.ThatAsync(() => first, Throws.TypeOf<ServiceTimeoutException>());
    }

    [Test]
    public async Task Stream_HalfRead_IsNotBrokenOffByNewcomers()
    {
        await using var items = Proxy.ToAsync.Count(3).GetAsyncEnumerator();
        Assert.That(await items.MoveNextAsync());
        string[] names = ["first", "second", "third"];
        var work = Array.ConvertAll(names, name => Proxy.ToAsync.Work(name));

        var next = items.MoveNextAsync().AsTask();
        foreach (string name in names)
            Probe.Signal($"{name} go");

        Assert.That(await next);
        Assert.That(await items.MoveNextAsync());
        Assert.That(await items.MoveNextAsync(), Is.False);
        foreach (var call in work)
            Assert.That(await call, Is.Null);
    }

    [Test]
    public async Task Token_KeptBeyondTheCall_IsNotCanceledByItsDeadline()
    {
        await Proxy.ToAsync.KeepToken();
        Probe.Clock.Advance(TimeSpan.FromMinutes(2));

        Assert.That(Probe.Kept("token"), Has.Property("IsCancellationRequested").False);
    }

    [Test]
    public async Task CanceledCall_KeepsNothing()
    {
        var payload = await HoldAndCancelAsync();

        for (int attempt = 0; payload.IsAlive && attempt < 100; attempt++)
        {
            await Task.Yield();
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        Assert.That(payload.IsAlive, Is.False);
    }

    [Test]
    public async Task Service_IsNotDisposedOfWhileInUse()
    {
        Task call = Proxy.ToAsync.Use();
        await Probe.SeenAsync("in use");
        var stopping = _pressed.DisposeAsync().AsTask();
        while (!await IsRefusedAsync())
            await Task.Yield();
        Probe.Signal("go");

        await call.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await stopping;
        Assert.That(Probe.Kept("was disposed"), Is.False);
    }

    [Test]
    public async Task ArgumentFromTheOnlySlot_EndsAllTheSame()
    {
        await using var narrow = await new TReach().StartAsync<Narrow, Narrow.Proxy>(new());
        var call = narrow.Proxy.ToAsync.Sum(narrow.Proxy.ToAsync.Count(5));
        await narrow.Probe.LetTimePassAsync(call);

        await Assert.ThatAsync(() => call, Throws.TypeOf<ServiceDeadlockException>().Or.TypeOf<ServiceTimeoutException>());
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private async Task<WeakReference> HoldAndCancelAsync()
    {
        using var cancellation = new CancellationTokenSource();
        byte[] payload = new byte[100];
        var call = Proxy.ToAsync.Hold(payload, cancellation.Token);
        await Probe.SeenAsync("held");
        await cancellation.CancelAsync();
        await Assert.ThatAsync(() => call, Throws.InstanceOf<OperationCanceledException>());
        return new(payload);
    }

    private async Task<bool> IsRefusedAsync()
    {
        try
        {
            using var canceled = new CancellationTokenSource();
            var call = Proxy.ToAsync.Work("refused", canceled.Token);
            await canceled.CancelAsync();
            await call;
            return false;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
        catch (Exception exception) when (exception is ServiceUnavailableException or ObjectDisposedException)
        {
            return true;
        }
    }
}
