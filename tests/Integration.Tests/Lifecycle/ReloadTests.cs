using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using Pipeline.Integration.Services;
using Pipeline.Integration.Tests.Calls;

namespace Pipeline.Integration.Tests.Lifecycle;

/// <summary>Configuration that changes while the pipeline runs.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class ReloadTests : IDisposable
{
    private readonly Gates _gates = new();
    private readonly Script _script = new();
    private readonly FakeTimeProvider _time = new();
    private readonly HostLog _log = new();
    private readonly ConfigurationManager _configuration = new();

    public void Dispose()
    {
        _log.Dispose();
        _configuration.Dispose();
    }

    [Test]
    public async Task Concurrency_Raised_LetsWaitingCallsIn()
    {
        await using var app = await StartAsync<Front>(("Services:Gated:Concurrency", "1"));
        var gated = app.GetProxy<Gated.Proxy>();
        var first = gated.ToAsync.Enter(0);
        await _gates.Begun(0);
        var second = gated.ToAsync.Enter(1);
        Change(("Services:Gated:Concurrency", "2"));
        await _gates.Begun(1);

        _gates.Open(0);
        _gates.Open(1);
        await Task.WhenAll(first, second);
    }

    [Test]
    public async Task Concurrency_Lowered_LeavesRunningCallsTheirSlots()
    {
        await using var app = await StartAsync<Front>(("Services:Gated:Concurrency", "2"), ("Services:Gated:QueueLimit", "0"));
        var gated = app.GetProxy<Gated.Proxy>();
        var running = new[] { gated.ToAsync.Enter(0), gated.ToAsync.Enter(1) };
        await Task.WhenAll(_gates.Begun(0), _gates.Begun(1));
        Change(("Services:Gated:Concurrency", "1"));
        _gates.Open(0);
        await running[0];

        await Assert.ThrowsAsync<ServiceOverloadedException>(() => gated.ToAsync.Enter(2));
        _gates.Open(1);
        await running[1];
    }

    [Test]
    public async Task Timeout_OfABareService_HoldsForCallsToCome()
    {
        await using var app = await StartAsync<Front>();
        var gated = app.GetProxy<Gated.Proxy>();
        var before = gated.ToAsync.Enter(0);
        await _gates.Begun(0);
        Change(("Services:Gated:Timeout", "1s"));
        var after = gated.ToAsync.Enter(1);
        await _gates.Begun(1);
        _time.Advance(TimeSpan.FromSeconds(2));

        await Assert.ThrowsAsync<ServiceTimeoutException>(() => after);
        Assert.That(before.IsCompleted, Is.False);
        _gates.Open(0);
        await before;
    }

    [Test]
    public async Task Timeout_TakenAway_LeavesCallsBare()
    {
        await using var app = await StartAsync<Front>(("Services:Gated:Timeout", "1s"));
        var gated = app.GetProxy<Gated.Proxy>();
        Assert.That(gated.Paths(), Is.EqualTo(new[] { "Gated" }));
        Change(("Services:Gated:Timeout", null));

        Assert.That(gated.Paths(), Is.EqualTo(new[] { "" }));
    }

    [Test]
    public async Task Timeout_OfADependency_HoldsForCallsToCome()
    {
        await using var app = await StartAsync<Reader>();
        Change(("Services:Reader:Dependencies:flaky:Timeout", "1s"));
        var begun = new TaskCompletionSource();
        _script.Answer = async (number, token) =>
        {
            begun.SetResult();
            await Task.Delay(Timeout.Infinite, token);
            return number;
        };
        var call = app.GetProxy<Reader.Proxy>().ToAsync.Read();
        await begun.Task;
        _time.Advance(TimeSpan.FromSeconds(2));

        await Assert.ThrowsAsync<ServiceTimeoutException>(() => call);
    }

    [Test]
    public async Task Retry_SwitchedOn_RepeatsCallsToCome()
    {
        await using var app = await StartAsync<Reader>();
        _script.Answer = static (number, _) => number == 1 ? throw new IOException() : Task.FromResult(number);
        Change(("Services:Flaky:Resilience:Retry:Delay", "1s"));

        Assert.That(await PassUntilEndedAsync(app.GetProxy<Flaky.Proxy>().ToAsync.Read()), Is.EqualTo(2));
    }

    [Test]
    public async Task Retry_SwitchedOffByAnEmptySection_RepeatsNoMore()
    {
        await using var app = await StartAsync<Reader>(("Services:Flaky:Resilience:Retry:Delay", "1s"));
        _script.Answer = static (_, _) => throw new IOException();
        Change(("Services:Flaky:Apis:Read:Resilience", null));

        await Assert.ThrowsAsync<IOException>(() => PassUntilEndedAsync(app.GetProxy<Flaky.Proxy>().ToAsync.Read()));
        Assert.That(_script.Attempts, Is.EqualTo(new[] { 1 }));
    }

    [Test]
    public async Task Circuit_OpenedBefore_StaysOpen()
    {
        await using var app = await StartAsync<Reader>(("Services:Flaky:Resilience:CircuitBreaker:MinimumThroughput", "2"));
        app.Services.GetRequiredService<ServiceCircuits>().Isolate<Flaky>();
        Change(("Services:Flaky:Resilience:CircuitBreaker:MinimumThroughput", "3"));

        await Assert.ThrowsAsync<ServiceUnavailableException>(() => app.GetProxy<Flaky.Proxy>().ToAsync.Read());
    }

    [Test]
    public async Task Circuit_Added_CanBeOpenedByHand()
    {
        await using var app = await StartAsync<Reader>();
        Change(("Services:Flaky:Resilience:CircuitBreaker:MinimumThroughput", "3"));
        app.Services.GetRequiredService<ServiceCircuits>().Isolate<Flaky>();

        await Assert.ThrowsAsync<ServiceUnavailableException>(() => app.GetProxy<Flaky.Proxy>().ToAsync.Read());
    }

    [Test]
    public async Task Change_OneValueIsWrong_IsIgnoredAsAWhole()
    {
        await using var app = await StartAsync<Front>();
        Change(("Services:Gated:Timeout", "1s"), ("Services:Middle:Timeout", "soon"));

        Assert.That(app.GetProxy<Gated.Proxy>().Paths(), Is.EqualTo(new[] { "" }));
        Assert.That(_log.Lines, Has.One.EqualTo(
            $"The changed configuration is ignored, all of it:{Environment.NewLine}- Pipeline:Services:Middle:Timeout is \"soon\": write a "
            + "positive time such as \"30s\", \"250ms\" or \"00:00:30\", or \"none\"."));

        Change(("Services:Middle:Timeout", "1s"));
        Assert.That(app.GetProxy<Gated.Proxy>().Paths(), Is.EqualTo(new[] { "Gated" }));
    }

    [Test]
    public async Task Change_OfInstances_TakesARestart()
    {
        await using var app = await StartAsync<Front>(("Services:Gated:Concurrency", "1"));
        Change(("Services:Gated:Instances", "2"), ("Services:Gated:QueueLimit", "0"));
        var gated = app.GetProxy<Gated.Proxy>();
        var call = gated.ToAsync.Enter(0);
        await _gates.Begun(0);

        await Assert.ThrowsAsync<ServiceOverloadedException>(() => gated.ToAsync.Enter(1));
        Assert.That(_log.Lines, Has.One.EqualTo("A change of Pipeline:Services:Gated:Instances takes a restart."));
        _gates.Open(0);
        await call;
    }

    [Test]
    public async Task Change_OfSomethingElse_IsNoneOfThePipelines()
    {
        await using var app = await StartAsync<Front>(("Services:Gated:Concurrency", "1"));
        _configuration["Logging:Level"] = "Debug";
        ((IConfigurationRoot)_configuration).Reload();

        Assert.That(_log.Lines, Has.None.StartsWith("Took over"));
    }

    [Test]
    public async Task Change_AfterTheStop_IsNotTaken()
    {
        var app = await StartAsync<Front>(("Services:Gated:Concurrency", "1"));
        await app.DisposeAsync();
        Change(("Services:Gated:Concurrency", "2"));

        Assert.That(_log.Lines, Has.None.StartsWith("Took over"));
    }

    private Task<PipelineApp> StartAsync<TRoot>(params (string Key, string Value)[] options)
        where TRoot : CompilerServices.IService =>
        PipelineApp.StartAsync<TRoot>(builder =>
        {
            builder.Services.AddSingleton(_gates).AddSingleton(_script).AddSingleton<TimeProvider>(_time);
            builder.Logging.AddProvider(_log);
            builder.Configuration = _configuration;
            foreach (var (key, value) in options)
                _configuration[$"Pipeline:{key}"] = value;
        });

    private async Task<T> PassUntilEndedAsync<T>(Task<T> call)
    {
        while (!call.IsCompleted)
        {
            _time.Advance(TimeSpan.FromSeconds(1));
            await Task.Delay(1);
        }

        return await call;
    }

    private void Change(params (string Key, string? Value)[] options)
    {
        foreach (var (key, value) in options)
            _configuration[$"Pipeline:{key}"] = value;
        ((IConfigurationRoot)_configuration).Reload();
    }
}
