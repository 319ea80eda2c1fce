using Microsoft.Extensions.DependencyInjection;
using Pipeline.Conformance.Tests.Loopback;
using Pipeline.Transports;

namespace Pipeline.Conformance.Tests;

/// <summary>A call through three services, the last two in another pipeline behind a transport or not, has one path, one deadline, one account.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
[TestFixture(false)]
[TestFixture(true)]
public sealed class ChainTests(bool isRemote)
{
    private readonly Stack<IAsyncDisposable> _behind = [];
    private readonly Probe _probe = new();
    private readonly List<(string Key, string Value)> _options = [];

    [TearDown]
    public async Task StopAsync()
    {
        _probe.Signal("go");
        while (_behind.TryPop(out var part))
            await part.DisposeAsync();
    }

    [Test]
    public async Task Path_GoesOn()
    {
        _options.Add(("Outer:Timeout", "1h"));
        var outer = await StartAsync();

        Assert.That(await outer.ToAsync.Describe("path"), Is.EqualTo("Outer → Inner → Innermost"));
        Assert.That(outer.Describe("path"), Is.EqualTo("Outer → Inner → Innermost"));
    }

    [Test]
    public async Task Deadline_GoesOnAndShrinks()
    {
        _options.Add(("Outer:Timeout", "10s"));
        var outer = await StartAsync();

        Assert.That(await outer.ToAsync.Describe("remaining"), Is.EqualTo("00:00:10"));
    }

    [Test]
    public async Task Deadline_OfAServiceFurtherIn_Holds()
    {
        _options.AddRange([("Outer:Timeout", "10s"), ("Innermost:Timeout", "4s")]);
        var outer = await StartAsync();

        Assert.That(await outer.ToAsync.Describe("remaining"), Is.EqualTo("00:00:04"));
    }

    [Test]
    public async Task Deadline_Over_ReachesCallsThatWereNotHandedTheToken()
    {
        _options.Add(("Outer:Timeout", "10s"));
        var outer = await StartAsync();
        var call = outer.ToAsync.Wait();
        await _probe.SeenAsync("started");
        _probe.Clock.Advance(TimeSpan.FromSeconds(10));

        var late = (await Assert.ThrowsAsync<ServiceTimeoutException>(() => call))!;
        Assert.That((late.Call, late.Budget), Is.EqualTo(("Outer.Wait", TimeSpan.FromSeconds(10))));
        Assert.That(late.Path, Does.StartWith("Outer → Inner"));
        await _probe.SeenAsync("canceled");
    }

    [Test]
    public async Task Failure_SaysWhereItHappened()
    {
        _options.Add(("Outer:Timeout", "10s"));
        var outer = await StartAsync();

        var failure = (await Assert.ThrowsAsync<InvalidOperationException>(() => outer.ToAsync.Describe("why not")))!;
        Assert.That(failure.Message, Is.EqualTo("why not"));
        Assert.That($"{CallFailure.Of(failure)}", Does.StartWith("Outer → Inner → Innermost.Describe, attempt 1, after "));
    }

    [Test]
    public async Task Retry_OfTheServiceReached_CallsItAgain()
    {
        _options.AddRange([("Inner:Apis:Describe:Resilience:Retry:MaxRetryAttempts", "1"), ("Inner:Apis:Describe:Resilience:Retry:Delay", "1ms")]);
        var outer = await StartAsync();
        var call = outer.ToAsync.Describe("fails once");
        while (!call.IsCompleted)
        {
            _probe.Clock.Advance(TimeSpan.FromMilliseconds(1));
            await Task.Delay(1);
        }

        Assert.That(await call, Is.EqualTo("answers"));
    }

    [Test]
    public async Task UrlThatNothingReaches_StopsTheStart()
    {
        var exception = (await Assert.ThrowsAsync<PipelineStartupException>(() => StartAsync<Outer>(
            static builder => builder.Configuration["Pipeline:Services:Inner:Url"] = "ftp://nowhere")))!;

        Assert.That(exception.Problems, Is.EqualTo(new[]
        {
            "Outer calls inner: Inner at ftp://nowhere: no transport that reaches it is in the container; add one, "
            + "or remove the URL to run the service in this process.",
        }));
    }

    [Test]
    public async Task TransportThatFails_StopsTheStart()
    {
        var exception = (await Assert.ThrowsAsync<PipelineStartupException>(() => StartAsync<Outer>(static builder =>
        {
            builder.Services.AddSingleton<ServiceTransport, BrokenTransport>();
            builder.Configuration["Pipeline:Services:Inner:Url"] = "broken://here";
            builder.Configuration["Pipeline:Services:Outer:Instances"] = "2000000000";
            builder.Configuration["Pipeline:Services:Outer:Concurrency"] = "2";
        })))!;

        Assert.That(exception.Problems, Has.Exactly(2).Items);
        Assert.That(exception.Problems, Has.One.EqualTo("Outer calls inner: Inner at broken://here: the transport failed: no such host"));
        Assert.That(exception.Problems, Has.One.StartsWith("Outer has 2000000000 instances with 2 calls each"));
    }

    private async Task<Outer.Proxy> StartAsync()
    {
        if (!isRemote)
            return (await StartAsync<Outer>(static _ => { })).GetProxy<Outer.Proxy>();

        var far = await StartAsync<Inner>(static builder => builder.Services.AddSingleton<IncomingCalls>());
        var connection = new LoopbackConnection(far, _probe.Clock);
        _behind.Push(connection);
        var near = await StartAsync<Outer>(builder =>
        {
            builder.Services.AddSingleton<ServiceTransport>(new LoopbackTransport(connection));
            builder.Configuration["Pipeline:Services:Inner:Url"] = LoopbackTransport.Url;
        });
        return near.GetProxy<Outer.Proxy>();
    }

    // What is configured for a service is so wherever it runs and from wherever it is called; retries are its callers'.
    private async Task<PipelineApp> StartAsync<TRoot>(Action<PipelineAppBuilder> configure)
        where TRoot : CompilerServices.IService
    {
        var app = await PipelineApp.StartAsync<TRoot>(builder =>
        {
            builder.Services.AddSingleton(_probe).AddSingleton<TimeProvider>(_probe.Clock);
            configure(builder);
            foreach (var (key, value) in _options)
                builder.Configuration[$"Pipeline:Services:{key}"] = value;
        });
        _behind.Push(app);
        return app;
    }

    private sealed class BrokenTransport : ServiceTransport
    {
        public override ServiceChannel? TryConnect(ServiceDefinition service, Uri url) => throw new IOException("no such host");
    }
}
