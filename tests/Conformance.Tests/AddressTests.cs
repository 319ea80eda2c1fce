using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Pipeline.Conformance.Tests.Loopback;
using Pipeline.Transports;

namespace Pipeline.Conformance.Tests;

/// <summary>A service at several addresses: one call to each in turn, and none to one where nobody answers.</summary>
public sealed class AddressTests
{
    private Probe _probe = null!;
    private Far[] _far = [];
    private PipelineApp _near = null!;
    private Crowd.Proxy _crowd = null!;

    [SetUp]
    public async Task StartAsync()
    {
        _probe = new();
        _far = [new(), new()];
        foreach (var far in _far)
            await far.StartAsync(_probe);
        _near = await PipelineApp.StartAsync<Crowd>(builder =>
        {
            builder.Services.AddSingleton(_probe).AddSingleton<TimeProvider>(_probe.Clock).AddSingleton<ServiceTransport>(new Transport(_far));
            builder.Configuration["Pipeline:Services:Crowd:Url"] = "far://0,1";
            builder.Configuration["Pipeline:Services:Crowd:Required"] = "true";
        });
        _crowd = _near.GetProxy<Crowd.Proxy>();
    }

    [TearDown]
    public async Task StopAsync()
    {
        await _near.DisposeAsync();
        Assert.That(_far.Select(static far => far.IsDisposed), Is.All.True, "The pipeline disposes of its channels.");
        foreach (var far in _far)
            await far.DisposeAsync();
    }

    [Test]
    public async Task Calls_GoToEachInTurn()
    {
        for (int call = 0; call < 10; call++)
            Assert.That(await _crowd.ToAsync.Square(call), Is.EqualTo(call * call));

        Assert.That(_far.Select(static far => far.Calls), Is.All.EqualTo(5));
        Assert.That(await HealthAsync(), Is.EqualTo(HealthStatus.Healthy));
    }

    [Test]
    public async Task Calls_WithOneThatIsDead_GoToTheOther_AndAskItAgainAfterAWhile()
    {
        _far[0].IsDead = true;
        for (int call = 0; call < 10; call++)
            Assert.That(call % 2 == 0 ? await _crowd.ToAsync.Square(call) : _crowd.Square(call), Is.EqualTo(call * call));
        Assert.That(_far.Select(static far => far.Calls), Is.EqualTo(new[] { 1, 10 }), "The dead one is tried once.");

        _far[0].IsDead = false;
        _probe.Clock.Advance(TimeSpan.FromSeconds(1));
        for (int call = 0; call < 10; call++)
            await _crowd.ToAsync.Square(call);
        Assert.That(_far.Select(static far => far.Calls), Is.EqualTo(new[] { 6, 15 }));
    }

    [Test]
    public async Task Calls_WithNoneThatAnswers_FailAsNeverSent_AndThePipelineIsNotReady()
    {
        Assert.That(await HealthAsync(), Is.EqualTo(HealthStatus.Healthy));
        foreach (var far in _far)
            far.IsDead = true;

        Assert.That(
            async () => await _crowd.ToAsync.Square(1), Throws.TypeOf<ServiceUnavailableException>().With.Property("MayHaveRun").False);
        Assert.That(await HealthAsync(), Is.EqualTo(HealthStatus.Healthy), "The last answer holds for five seconds.");
        _probe.Clock.Advance(TimeSpan.FromSeconds(5));
        Assert.That(await HealthAsync(), Is.EqualTo(HealthStatus.Unhealthy));
    }

    [TestCase("far://0,1", "far://0", "far://1")]
    [TestCase("http://a:1, https://b:2/x", "http://a:1", "https://b:2/x")]
    [TestCase("http://a:1,b:2,c:3", "http://a:1", "http://b:2", "http://c:3")]
    public void Addresses_WithCommas_AreSeveral(string url, params string[] expected) =>
        Assert.That(ServiceAddresses.TryParse(url), Is.EqualTo(expected.Select(static address => new Uri(address))));

    [TestCase("")]
    [TestCase("nowhere")]
    [TestCase("http://a:1,")]
    public void Addresses_WithOneThatIsNone_AreRefused(string url) => Assert.That(ServiceAddresses.TryParse(url), Is.Null);

    private async Task<HealthStatus> HealthAsync()
    {
        var check = _near.Services.GetRequiredService<PipelineHealthCheck>();
        return (await check.CheckHealthAsync(new() { Registration = new("pipeline", check, null, null) })).Status;
    }

    private sealed class Transport(Far[] far) : ServiceTransport
    {
        public override ServiceChannel? TryConnect(ServiceDefinition service, Uri url) =>
            new CountingChannel(service, far[int.Parse(url.Host[^1..], null)]);
    }

    private sealed class Far : IAsyncDisposable
    {
        private PipelineApp _app = null!;

        public LoopbackConnection Connection { get; private set; } = null!;

        public bool IsDead { get; set; }

        public bool IsDisposed { get; set; }

        public int Calls { get; set; }

        public async Task StartAsync(Probe probe)
        {
            _app = await PipelineApp.StartAsync<Crowd>(builder => builder.Services.AddSingleton(probe));
            Connection = new(_app, TimeProvider.System);
        }

        public async ValueTask DisposeAsync()
        {
            await Connection.DisposeAsync();
            await _app.DisposeAsync();
        }
    }

    private sealed class CountingChannel(ServiceDefinition service, Far far) : Remote.FrameChannel(service)
    {
        protected override ValueTask<Remote.IFramePipe> ConnectAsync(CancellationToken cancellationToken) =>
            far.IsDead ? throw new IOException("Connection refused.") : new(far.Connection.Open());

        protected override ValueTask<Remote.Frame>? TryAsk(Remote.Frame start)
        {
            far.Calls++;
            return far.IsDead ? null : new(far.Connection.TryAsk(start)!);
        }

        public override ValueTask DisposeAsync()
        {
            far.IsDisposed = true;
            return base.DisposeAsync();
        }
    }
}
