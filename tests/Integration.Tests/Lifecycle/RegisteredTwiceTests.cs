using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Pipeline.Integration.Services;
using Pipeline.Integration.Tests.Calls;

namespace Pipeline.Integration.Tests.Lifecycle;

/// <summary>A class that is a service and that the container creates too: two objects that look like one.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class RegisteredTwiceTests : IDisposable
{
    private readonly HostLog _log = new();

    public void Dispose() => _log.Dispose();

    [Test]
    public async Task TypedClient_OfAService_IsSaidAtStart()
    {
        using var host = await StartAsync(static services => services.AddHttpClient<Pricing>(static client => client.BaseAddress = new("https://prices")));

        Assert.That(host.Services.GetRequiredService<Pricing.Proxy>().Address(), Is.Null, "the pipeline's has the default client");
        Assert.That(_log.Lines, Has.One.EqualTo(
            "Pricing takes an HttpClient and is also registered as a typed client, AddHttpClient<Pricing>(). The pipeline creates Pricing "
            + "itself, with the container's default HttpClient: take IHttpClientFactory instead and call CreateClient(\"Pricing\")."));
    }

    [Test]
    public async Task Client_OfItsOwn_IsNothingToSay()
    {
        using var host = await StartAsync(static services => services.AddHttpClient());
        Assert.That(_log.Lines, Has.None.Contains("also registered"));
    }

    private async Task<IHost> StartAsync(Action<IServiceCollection> configure)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new());
        builder.Logging.AddProvider(_log);
        builder.Services.AddPipeline<Pricing>();
        configure(builder.Services);
        var host = builder.Build();
        await host.StartAsync();
        return host;
    }
}
