using Microsoft.Extensions.DependencyInjection;
using Pipeline.Hosting;
using Pipeline.Runtime.Tests.Services;

namespace Pipeline.Runtime.Tests.Hosting;

public class PipelineServicesTests
{
    private readonly Journal _journal = new();

    [Test]
    public async Task Services_OfAnApp_SayWhatRunsHere()
    {
        await using var app = await PipelineApp.StartAsync<Node<Diamond.Left>>(builder => builder.Services.AddSingleton(_journal));
        var services = app.Services.GetRequiredService<PipelineServices>();

        Assert.That(services.Roots, Is.EqualTo(new[] { Node<Diamond.Left>.Definition }));
        Assert.That(services.RunningHere, Is.EqualTo(new[] { Node<Diamond.Bottom>.Definition, Node<Diamond.Left>.Definition }));
        Assert.That(services.RootsRunningHere, Is.EqualTo(services.Roots));
        Assert.That((services.IsReady, services.NotReadyReason), Is.EqualTo((true, (string?)null)));
    }

    [Test]
    public async Task Services_OfAContainer_CreateNothing()
    {
        var collection = new ServiceCollection().AddSingleton(_journal);
        collection.AddSingleton<Node<Diamond.Bottom>.Proxy>(new FakeBottom()).AddPipeline<Node<Diamond.Left>>();
        collection.AddPipeline<Node<Diamond.Bottom>>();
        await using var provider = collection.BuildServiceProvider();
        var services = provider.GetRequiredService<PipelineServices>();

        Assert.That(services.Roots, Is.EqualTo(new[] { Node<Diamond.Left>.Definition, Node<Diamond.Bottom>.Definition }));
        Assert.That(services.RunningHere, Is.EqualTo(new[] { Node<Diamond.Left>.Definition }), "a fake stands in");
        Assert.That(services.RootsRunningHere, Is.EqualTo(new[] { Node<Diamond.Left>.Definition }), "a relay is not served");
        Assert.That((services.IsReady, services.NotReadyReason), Is.EqualTo((false, "has not started")));
        Assert.That(_journal.Events, Is.Empty);
    }

    [Test]
    public async Task Providers_OfOneCollection_ShareNothing()
    {
        var collection = new ServiceCollection().AddSingleton(_journal);
        collection.AddPipeline<Node<Diamond.Left>>();
        await using var first = collection.BuildServiceProvider();
        await using var second = collection.BuildServiceProvider();
        await first.GetRequiredService<PipelineLifetime>().StartAsync(CancellationToken.None);

        Assert.That(first.GetRequiredService<PipelineServices>().IsReady);
        Assert.That(second.GetRequiredService<PipelineServices>().IsReady, Is.False);
    }
}
