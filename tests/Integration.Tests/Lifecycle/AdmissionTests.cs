using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Pipeline.Integration.Services;

namespace Pipeline.Integration.Tests.Lifecycle;

/// <summary>A service takes calls from the end of its start-up hooks until its shutdown hooks begin, whoever holds its proxy.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class AdmissionTests
{
    private const string NotStarted =
        "Bakery has not started: start the host, or the PipelineApp, before calling it, and call it from no constructor.";

    private const string Stopped = "Bakery has stopped: call it in another process, or end what calls it before the pipeline stops.";

    private readonly Fuel _fuel = new();

    [TestCase(null, TestName = "Call_BeforeTheStart_IsRefused, bare")]
    [TestCase("1m", TestName = "Call_BeforeTheStart_IsRefused, with a deadline")]
    public async Task Call_BeforeTheStart_IsRefused(string? timeout)
    {
        using var host = Build(timeout);
        var bakery = host.Services.GetRequiredService<Bakery.Proxy>();

        AssertRefused(() => bakery.CanBake(), NotStarted);
        await AssertRefusedAsync(bakery.ToAsync.CanBake(), NotStarted);
        await host.StartAsync();
        Assert.That(bakery.CanBake());
        Assert.That(await bakery.ToAsync.CanBake());
        await host.StopAsync();
    }

    [TestCase(null, TestName = "Call_AfterTheStop_IsRefused, bare")]
    [TestCase("1m", TestName = "Call_AfterTheStop_IsRefused, with a deadline")]
    public async Task Call_AfterTheStop_IsRefused(string? timeout)
    {
        var app = await StartAsync(timeout);
        var bakery = app.GetProxy<Bakery.Proxy>();
        Assert.That(bakery.CanBake());
        await app.DisposeAsync();

        AssertRefused(() => bakery.CanBake(), Stopped);
        await AssertRefusedAsync(bakery.ToAsync.CanBake(), Stopped);
    }

    [Test]
    public async Task Call_WhileAShutdownHookRuns_IsRefused()
    {
        var app = await StartAsync(null);
        var (bakery, kiln) = (app.GetProxy<Bakery.Proxy>(), app.GetProxy<Kiln.Proxy>());
        var cooling = new TaskCompletionSource();
        _fuel.Burning = cooling.Task;
        _fuel.Relight();
        var stopping = app.DisposeAsync().AsTask();
        await _fuel.Lit.Task;

        // The kiln's shutdown hook runs, so the bakery, which depends on it, has stopped before.
        AssertRefused(() => bakery.CanBake(), Stopped);
        Assert.Throws<ServiceUnavailableException>(() => kiln.IsHot());
        cooling.SetResult();
        await stopping;
    }

    [Test]
    public async Task Call_OfAStoppedServiceThatRetries_IsRefusedOnce()
    {
        var app = await StartAsync("1m", ("Pipeline:Services:Bakery:Resilience:Retry:Delay", "10m"));
        var bakery = app.GetProxy<Bakery.Proxy>();
        await app.DisposeAsync();

        await AssertRefusedAsync(bakery.ToAsync.CanBake(), Stopped);
    }

    private static void AssertRefused(Action call, string message)
    {
        var refusal = Assert.Throws<ServiceUnavailableException>(call);
        Assert.That(refusal!.Message, Is.EqualTo(message));
        Assert.That(refusal.MayHaveRun, Is.False);
    }

    private static async Task AssertRefusedAsync(Task call, string message) =>
        Assert.That((await Assert.ThrowsAsync<ServiceUnavailableException>(() => call))!.Message, Is.EqualTo(message));

    private IHost Build(string? timeout)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new());
        builder.Configuration["Pipeline:Services:Bakery:Timeout"] = timeout;
        builder.Services.AddSingleton(_fuel);
        builder.Services.AddPipeline<Bakery>();
        return builder.Build();
    }

    private Task<PipelineApp> StartAsync(string? timeout, params (string Key, string Value)[] options) =>
        PipelineApp.StartAsync<Bakery>(builder =>
        {
            builder.Services.AddSingleton(_fuel);
            builder.Configuration["Pipeline:Services:Bakery:Timeout"] = timeout;
            foreach (var (key, value) in options)
                builder.Configuration[key] = value;
        });
}
