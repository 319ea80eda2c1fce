using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Pipeline.Runtime.Tests.Services;

namespace Pipeline.Runtime.Tests.Hosting;

public class PipelineAppTests
{
    [Test]
    public async Task GetProxy_OfRoot_CallsThroughItsDependency()
    {
        await using var app = await PipelineApp.StartAsync<Summer>();
        var summer = app.GetProxy<Summer.Proxy>();

        Assert.That(await summer.ToAsync.Sum(1, 2), Is.EqualTo(6));
        Assert.That(summer.Sum(1, 2), Is.EqualTo(6));
    }

    [Test]
    public async Task Services_GiveOutTheSameProxies()
    {
        await using var app = await PipelineApp.StartAsync<Summer>();

        Assert.That(app.Services.GetRequiredService<Doubler.Proxy>(), Is.SameAs(app.GetProxy<Doubler.Proxy>()));
        Assert.That(app.Root, Is.SameAs(Summer.Definition));
    }

    [Test]
    public async Task GetProxy_OfAServiceThatDoesNotRun_SaysWhichRun()
    {
        await using var app = await PipelineApp.StartAsync<Summer>();
        var thrown = Assert.Throws<InvalidOperationException>(() => app.GetProxy<Node<Diamond.Top>.Proxy>());
        Assert.That(thrown!.Message, Is.EqualTo("No service of the graph has Node<Diamond.Top>.Proxy; the graph has: Summer, Doubler."));
    }

    [Test]
    public async Task Builder_Configuration_IsTheServicesOwn()
    {
        var configuration = new ConfigurationManager();
        await using var app = await PipelineApp.StartAsync<Summer>(builder => builder.Configuration = configuration);
        Assert.That(app.Services.GetRequiredService<IConfiguration>(), Is.SameAs(configuration));
    }

    [Test]
    public async Task Start_ConfigureThrows_FailsWithIt() => await Assert.ThrowsAsync<InvalidDataException>(
        () => PipelineApp.StartAsync<Summer>(static _ => throw new InvalidDataException()));

    [Test]
    public async Task Services_OfTheContainer_OutliveThePipelinesServices()
    {
        var journal = new Journal();
        var app = await PipelineApp.StartAsync<Node<Diamond.Bottom>>(builder => builder.Services
            .AddSingleton(journal)
            .AddSingleton<Resource>());
        app.Services.GetRequiredService<Resource>();
        await app.DisposeAsync();

        Assert.That(journal.Events.TakeLast(2), Is.EqualTo(new[] { "dispose Bottom", "dispose resource" }));
    }

    private sealed class Resource(Journal journal) : IDisposable
    {
        public void Dispose() => journal.Note("dispose resource");
    }
}
