using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;

namespace Pipeline.Conformance.Tests.Loopback;

/// <summary>What can only go wrong where there is a boundary: it fails the call and nothing else.</summary>
public sealed class ConnectionTests
{
    private readonly Probe _probe = new();
    private PipelineApp _app = null!;
    private LoopbackConnection _connection = null!;

    [SetUp]
    public async Task StartAsync()
    {
        _app = await PipelineApp.StartAsync<Odd>(builder => builder.Services.AddSingleton(_probe));
        _connection = new(_app, TimeProvider.System);
    }

    [TearDown]
    public async Task StopAsync()
    {
        await _connection.DisposeAsync();
        await _app.DisposeAsync();
    }

    [Test]
    public async Task Argument_ThatHasNoBytes_FailsTheCall()
    {
        var task = Proxy().ToAsync.Length(Link.Ring());

        Assert.That(async () => await task, Throws.InstanceOf<JsonException>());
        Assert.That(await Proxy().ToAsync.Length(new()), Is.EqualTo(1));
    }

    [Test]
    public async Task Result_ThatHasNoBytes_FailsTheCall()
    {
        Assert.That(async () => await Proxy().ToAsync.Ring(), Throws.InstanceOf<JsonException>());
        Assert.That(await Proxy().ToAsync.Length(new() { Next = new() }), Is.EqualTo(2));
    }

    [Test]
    public async Task Item_ThatHasNoBytes_FailsTheStream()
    {
        await using var items = Proxy().ToAsync.Links().GetAsyncEnumerator();

        Assert.That(await items.MoveNextAsync());
        Assert.That(async () => await items.MoveNextAsync(), Throws.InstanceOf<JsonException>());
    }

    [Test]
    public void Service_ThatDoesNotRunThere_FailsTheCall()
    {
        var proxy = (Crowd.Proxy)Crowd.Definition.Activation.CreateChannelProxy(_connection.Channel(Crowd.Definition));

        Assert.That(async () => await proxy.ToAsync.Square(2), Throws.InstanceOf<MissingMethodException>().With.Message.EqualTo("Crowd is not served here; what is served: Odd."));
    }

    [Test]
    public async Task Connection_Lost_FailsTheCallAndCancelsTheService()
    {
        var call = Proxy().ToAsync.Wait();
        await _probe.SeenAsync("started");
        _connection.Break();

        Assert.That(async () => await call, Throws.TypeOf<ServiceUnavailableException>().With.Property("MayHaveRun").True);
        await _probe.SeenAsync("canceled");
        Assert.That(
            async () => await Proxy().ToAsync.Wait(), Throws.TypeOf<ServiceUnavailableException>().With.Property("MayHaveRun").False);
    }

    private Odd.Proxy Proxy() => (Odd.Proxy)Odd.Definition.Activation.CreateChannelProxy(_connection.Channel(Odd.Definition));
}
