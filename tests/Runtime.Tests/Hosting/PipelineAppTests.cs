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
}
