using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using Pipeline.Integration.Services;

namespace Pipeline.Integration.Tests.Calls;

/// <summary>A host waits for the calls that run when it stops, and leaves time for hooks and disposal.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class HostDrainingTests : IDisposable
{
    private readonly Gates _gates = new();
    private readonly FakeTimeProvider _time = new();
    private readonly HostLog _log = new();

    public void Dispose() => _log.Dispose();

    [Test]
    public async Task Stop_WhileACallRuns_WaitsForIt()
    {
        using var host = await StartAsync();
        var call = host.Services.GetRequiredService<Front.Proxy>().ToAsync.Enter(0);
        await _gates.Begun(0);
        var stopping = host.StopAsync();
        _time.Advance(TimeSpan.FromSeconds(7));
        _gates.Open(0);

        Assert.That(await call, Is.GreaterThan(0));
        await stopping;
    }

    [Test]
    public async Task Stop_ACallRunsOn_IsCanceledWhileThereIsTimeForHooks()
    {
        using var host = await StartAsync();
        var call = host.Services.GetRequiredService<Front.Proxy>().ToAsync.Enter(0);
        await _gates.Begun(0);
        var stopping = host.StopAsync();
        await _log.WrittenAsync("Waiting for 1 calls to end, 8000 ms at most.");
        _time.Advance(TimeSpan.FromSeconds(8));

        Assert.That((await Assert.ThrowsAsync<ServiceUnavailableException>(() => call))!.Message, Does.StartWith("Front was shut down"));
        await stopping;
    }

    [Test]
    public async Task Stop_ACallCannotBeCanceled_ItsServiceIsNotDisposedOf()
    {
        using var host = await StartAsync();
        var block = Task.Factory.StartNew(() => host.Services.GetRequiredService<Gated.Proxy>().Block(0), TaskCreationOptions.LongRunning);
        await _gates.Begun(0);
        var stopping = host.StopAsync();
        await _log.WrittenAsync("Waiting for 1 calls to end, 8000 ms at most.");
        _time.Advance(TimeSpan.FromSeconds(8));
        await _log.WrittenAsync("1 calls have not ended in time: they are canceled.");
        _time.Advance(TimeSpan.FromSeconds(1));
        await stopping;

        Assert.That(_log.Lines, Has.One.Contains("are not disposed of: 1 of Gated."));
        _gates.Open(0);
        await block;
    }

    [Test]
    public async Task Start_DrainTimeoutLeavesNoTimeForHooks_Warns()
    {
        using var host = await StartAsync("30s");
        Assert.That(_log.Lines, Has.One.Contains("Pipeline:DrainTimeout is 00:00:30, but the host stops within 00:00:10"));
    }

    [Test]
    public async Task Start_DrainTimeoutIsNone_LeavesCallsUncounted()
    {
        using var host = await StartAsync("none");
        var call = host.Services.GetRequiredService<Front.Proxy>().ToAsync.Enter(0);
        await _gates.Begun(0);
        await host.StopAsync();

        Assert.That(call.IsCompleted, Is.False);
        _gates.Open(0);
        await call;
    }

    private async Task<IHost> StartAsync(string? drainTimeout = null)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new());
        builder.Configuration["Pipeline:DrainTimeout"] = drainTimeout;
        builder.Logging.AddProvider(_log);
        builder.Services.AddSingleton(_gates).AddSingleton<TimeProvider>(_time);
        builder.Services.Configure<HostOptions>(static options => options.ShutdownTimeout = TimeSpan.FromSeconds(10));
        builder.Services.AddPipeline<Front>();
        var host = builder.Build();
        await host.StartAsync();
        return host;
    }
}
