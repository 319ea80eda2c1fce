using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Time.Testing;
using Pipeline.Integration.Services;

namespace Pipeline.Integration.Tests.Lifecycle;

[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class LifecycleTests
{
    private static readonly Task Never = new TaskCompletionSource().Task;

    private readonly Fuel _fuel = new();
    private readonly FakeTimeProvider _time = new();

    [Test]
    public async Task Startup_DeclaredTimeIsUp_NamesTheHookAndItsTime()
    {
        _fuel.Burning = Never;
        var starting = StartAsync();
        var token = await _fuel.Lit.Task;
        _time.Advance(TimeSpan.FromMinutes(2));
        var thrown = await Assert.ThrowsAsync<PipelineStartupException>(() => starting);

        Assert.That(thrown!.Message, Is.EqualTo(
            "Kiln.HeatAsync failed at start-up: it did not end within 2m; raise [OnStartup(Timeout)] or Pipeline:Services:Kiln:StartupTimeout."));
        Assert.That(token.IsCancellationRequested);
    }

    [Test]
    public async Task Shutdown_DeclaredTimeIsUp_NamesTheHookAndItsTime()
    {
        var app = await StartAsync();
        _fuel.Burning = Never;
        _fuel.Relight();
        var stopping = app.DisposeAsync().AsTask();
        await _fuel.Lit.Task;
        _time.Advance(TimeSpan.FromSeconds(90));
        var thrown = await Assert.ThrowsAsync<AggregateException>(() => stopping);

        Assert.That(thrown!.InnerExceptions.Single().Message, Is.EqualTo(
            "Kiln.CoolAsync failed at shutdown: it did not end within 90s; raise [OnShutdown(Timeout)] or Pipeline:Services:Kiln:ShutdownTimeout."));
    }

    [Test]
    public async Task Disposal_BlocksItsThread_IsGivenUp()
    {
        var ashes = new TaskCompletionSource();
        _fuel.Ashes = ashes.Task;
        var app = await StartAsync();
        var stopping = app.DisposeAsync().AsTask();
        await _fuel.Emptying.Task;
        _time.Advance(TimeSpan.FromSeconds(30));
        var thrown = await Assert.ThrowsAsync<AggregateException>(() => stopping);
        ashes.SetResult();

        Assert.That(thrown!.InnerExceptions.Single().Message, Is.EqualTo(
            "Kiln could not be disposed of: it did not end within 30s; raise Pipeline:Services:Kiln:ShutdownTimeout."));
    }

    [Test]
    public async Task Health_OfADependency_IsItsDependents()
    {
        await using var app = await StartAsync();
        var check = app.Services.GetRequiredService<PipelineHealthCheck>();
        Assert.That((await check.CheckHealthAsync(new())).Status, Is.EqualTo(HealthStatus.Healthy));
        Assert.That(await app.GetProxy<Bakery.Proxy>().ToAsync.CanBake());
        _fuel.Health = HealthCheckResult.Degraded("the gas pressure is low");
        var report = await check.CheckHealthAsync(new());

        Assert.That(report.Status, Is.EqualTo(HealthStatus.Degraded));
        Assert.That(report.Description, Is.EqualTo("Bakery → Kiln: the gas pressure is low"));
    }

    private Task<PipelineApp> StartAsync() => PipelineApp.StartAsync<Bakery>(
        builder => builder.Services.AddSingleton(_fuel).AddSingleton<TimeProvider>(_time));
}
