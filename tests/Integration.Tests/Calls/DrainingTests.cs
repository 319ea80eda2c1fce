using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Time.Testing;
using Pipeline.Integration.Services;

namespace Pipeline.Integration.Tests.Calls;

[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class DrainingTests
{
    private readonly Gates _gates = new();
    private readonly FakeTimeProvider _time = new();

    [Test]
    public async Task Shutdown_WhileACallRuns_LetsItFinishAndRefusesNewOnes()
    {
        var app = await StartAsync("30s");
        var front = app.GetProxy<Front.Proxy>();
        var gated = app.GetProxy<Gated.Proxy>();
        var call = front.ToAsync.Enter(0);
        await _gates.Begun(0);
        var stopping = app.DisposeAsync().AsTask();

        var refused = (await Assert.ThrowsAsync<ServiceUnavailableException>(() => front.ToAsync.Enter(1)))!;
        Assert.That((refused.Service, refused.Message), Is.EqualTo(("Front", "Front is shutting down and takes no new calls: call it in another process, or once this one runs again.")));
        Assert.That(() => gated.Square(2), Throws.TypeOf<ServiceUnavailableException>(), "on the sync view");
        Assert.That(() => gated.Numbers(2).ToArray(), Throws.TypeOf<ServiceUnavailableException>(), "of a stream");
        Assert.That(async () => await gated.ToAsync.NumbersLater(2).ToListAsync(), Throws.TypeOf<ServiceUnavailableException>(), "of an async stream");
        Assert.That(stopping.IsCompleted, Is.False);

        _gates.Open(0);
        Assert.That(await call, Is.GreaterThan(0));
        await stopping;
    }

    [Test]
    public async Task Shutdown_WhileACallRuns_LetsItCallOthers()
    {
        var app = await StartAsync("30s");
        var call = app.GetProxy<Front.Proxy>().ToAsync.EnterTwice(0);
        await _gates.Begun(0);
        var stopping = app.DisposeAsync().AsTask();
        _gates.Open(0);
        await _gates.Begun(1);
        _gates.Open(1);

        Assert.That(await call, Is.GreaterThan(0));
        await stopping;
    }

    [Test]
    public async Task Shutdown_TheGraceIsOver_CancelsWhatRuns()
    {
        var app = await StartAsync("30s");
        var call = app.GetProxy<Front.Proxy>().ToAsync.Enter(0);
        await _gates.Begun(0);
        var stopping = app.DisposeAsync().AsTask();
        _time.Advance(TimeSpan.FromSeconds(29));
        Assert.That(call.IsCompleted, Is.False);
        _time.Advance(TimeSpan.FromSeconds(1));

        var canceled = (await Assert.ThrowsAsync<ServiceUnavailableException>(() => call))!;
        Assert.That(canceled.Message, Is.EqualTo("Front was shut down before the call had ended."));
        Assert.That(canceled.InnerException, Is.InstanceOf<OperationCanceledException>());
        await stopping;
    }

    [Test]
    public async Task Shutdown_ACallCannotBeCanceled_GoesOnWithoutIt()
    {
        var app = await StartAsync("30s");
        var gated = app.GetProxy<Gated.Proxy>();
        var blocked = Task.Factory.StartNew(() => gated.Block(0), TaskCreationOptions.LongRunning);
        await _gates.Begun(0);
        var stopping = app.DisposeAsync().AsTask();
        for (var second = 0; second < 300 && !stopping.IsCompleted; second++)
        {
            _time.Advance(TimeSpan.FromSeconds(1));
            await Task.Delay(1);
        }

        await stopping.WaitAsync(TimeSpan.FromSeconds(10));
        Assert.That(blocked.IsCompleted, Is.False);
        _gates.Open(0);
        await blocked;
    }

    [Test]
    public async Task Shutdown_ACallBlocksItsCancellation_GoesOnWithoutIt()
    {
        using var block = new ManualResetEventSlim();
        var script = new Script();
        var begun = new TaskCompletionSource();
        script.Answer = async (number, token) =>
        {
            await using var registration = token.Register(() => block.Wait(CancellationToken.None));
            begun.SetResult();
            await Task.Delay(Timeout.Infinite, token);
            return number;
        };
        var app = await PipelineApp.StartAsync<Flaky>(builder =>
        {
            builder.Services.AddSingleton(script).AddSingleton<TimeProvider>(_time);
            builder.Configuration["Pipeline:DrainTimeout"] = "30s";
        });
        var call = app.GetProxy<Flaky.Proxy>().ToAsync.Read();
        await begun.Task;
        var stopping = app.DisposeAsync().AsTask();
        for (var second = 0; second < 300 && !stopping.IsCompleted; second++)
        {
            _time.Advance(TimeSpan.FromSeconds(1));
            await Task.Delay(1);
        }

        var stopped = await Task.WhenAny(stopping, Task.Delay(TimeSpan.FromSeconds(10)));
        block.Set();
        Assert.That(stopped, Is.SameAs(stopping));
        await stopping;
        Assert.That(async () => await call, Throws.Exception);
    }

    [Test]
    public async Task Shutdown_AskedForTwice_EndsOnceForBoth()
    {
        var app = await StartAsync("30s");
        var call = app.GetProxy<Front.Proxy>().ToAsync.Enter(0);
        await _gates.Begun(0);
        var first = app.DisposeAsync().AsTask();
        var second = app.DisposeAsync().AsTask();
        Assert.That(second.IsCompleted, Is.False, "a call runs");

        _gates.Open(0);
        await call;
        await first;
        await second;
    }

    [Test]
    public async Task Shutdown_NothingRuns_DoesNotWait()
    {
        var app = await StartAsync("30s");
        Assert.That(await app.GetProxy<Gated.Proxy>().ToAsync.Square(3), Is.EqualTo(9));

        await app.DisposeAsync();
    }

    [Test]
    public async Task Shutdown_NobodyAskedForIt_LeavesCallsBare()
    {
        await using var app = await StartAsync(null);

        Assert.That(app.GetProxy<Gated.Proxy>().GetType().Name, Is.EqualTo("LocalProxy"));
    }

    [Test]
    public async Task Call_CanceledByItsCaller_CarriesTheCallersToken()
    {
        await using var app = await StartAsync("30s");
        using var cancellation = new CancellationTokenSource();
        var call = app.GetProxy<Front.Proxy>().ToAsync.Enter(0, cancellation.Token);
        await _gates.Begun(0);
        await cancellation.CancelAsync();

        Assert.That(
            async () => await call,
            Throws.InstanceOf<OperationCanceledException>().With.Property("CancellationToken").EqualTo(cancellation.Token));
    }

    [TestCase("soon", "Pipeline:DrainTimeout is \"soon\": write a time of 1ms or more, 24h at most.")]
    [TestCase("-1s", "Pipeline:DrainTimeout is \"-1s\": write a time of 1ms or more, 24h at most.")]
    public async Task DrainTimeout_ThatCannotBe_StopsTheStart(string value, string problem) =>
        Assert.That((await Assert.ThrowsAsync<PipelineStartupException>(() => StartAsync(value)))!.Problems, Is.EqualTo(new[] { problem }));

    [Test]
    public async Task Readiness_CircuitOpen_IsDegradedUntilTheBreakIsOver()
    {
        await using var app = await FlakyApp.StartAsync(
            ("Flaky:Resilience:CircuitBreaker:MinimumThroughput", "2"),
            ("Flaky:Resilience:CircuitBreaker:FailureRatio", "1"),
            ("Flaky:Resilience:CircuitBreaker:BreakDuration", "10s"));
        app.Script.Answer = static (_, _) => throw new IOException("down");
        await Assert.ThrowsAsync<IOException>(() => app.Flaky.ToAsync.Read());
        Assert.That((await app.CheckHealthAsync()).Status, Is.EqualTo(HealthStatus.Healthy));
        await Assert.ThrowsAsync<IOException>(() => app.Flaky.ToAsync.Read());

        var health = await app.CheckHealthAsync();
        Assert.That(health.Status, Is.EqualTo(HealthStatus.Degraded));
        Assert.That(health.Description, Is.EqualTo("Reader → Flaky: Flaky.Read, Flaky.Count, Flaky.Save failed too often and is not called for now"));
        app.Time.Advance(TimeSpan.FromSeconds(10));
        Assert.That((await app.CheckHealthAsync()).Status, Is.EqualTo(HealthStatus.Healthy));
    }

    private Task<PipelineApp> StartAsync(string? drainTimeout) => PipelineApp.StartAsync<Front>(builder =>
    {
        builder.Services.AddSingleton(_gates).AddSingleton<TimeProvider>(_time);
        builder.Configuration["Pipeline:DrainTimeout"] = drainTimeout;
    });
}
