using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Time.Testing;
using Pipeline.Integration.Services;

namespace Pipeline.Integration.Tests.Lifecycle;

/// <summary>What an application puts in the place of a proxy: a decorator, below which the service runs, or a fake, which stands in.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class DecoratorTests
{
    private readonly Fuel _fuel = new();
    private readonly Counter _counter = new();
    private readonly FakeTimeProvider _time = new();

    [Test]
    public async Task Decorator_ByScrutor_IsSeenByDependentsAndWrapsTheService()
    {
        using var host = await StartAsync(static services => services.Decorate<Kiln.Proxy, CountingKiln>());

        Assert.That(host.Services.GetRequiredService<Bakery.Proxy>().CanBake());
        Assert.That(_counter.Count, Is.EqualTo(1), "the dependent's call");
        Assert.That(await host.Services.GetRequiredService<Kiln.Proxy>().ToAsync.IsHot());
        Assert.That(_counter.Count, Is.EqualTo(2), "the application's call");
        Assert.That(_fuel.Lit.Task.IsCompleted, "the service has started");
        Assert.That(host.Services.GetRequiredService<PipelineServices>().RunningHere, Has.Member(Kiln.Definition));
    }

    [Test]
    public async Task Decorator_ByHand_WrapsTheService()
    {
        using var host = await StartAsync(static services =>
        {
            var inner = services.Last(static service => service.ServiceType == typeof(Kiln.Proxy));
            services.Replace(ServiceDescriptor.Singleton<Kiln.Proxy>(provider => new CountingKiln(
                (Kiln.Proxy)inner.ImplementationFactory!(provider), provider.GetRequiredService<Counter>())));
        });

        Assert.That(host.Services.GetRequiredService<Bakery.Proxy>().CanBake());
        Assert.That((_counter.Count, _fuel.Lit.Task.IsCompleted), Is.EqualTo((1, true)));
    }

    [Test]
    public async Task Decorator_ThatTakesAnotherProxy_WrapsTheService()
    {
        using var host = await StartAsync(static services =>
        {
            var inner = services.Last(static service => service.ServiceType == typeof(Kiln.Proxy));
            services.Replace(ServiceDescriptor.Singleton<Kiln.Proxy>(provider =>
            {
                Assert.That(provider.GetRequiredService<Bakery.Proxy>(), Is.Not.Null);
                return new CountingKiln((Kiln.Proxy)inner.ImplementationFactory!(provider), provider.GetRequiredService<Counter>());
            }));
        });

        Assert.That(host.Services.GetRequiredService<Bakery.Proxy>().CanBake());
        Assert.That(_counter.Count, Is.EqualTo(1));
    }

    [Test]
    public async Task Replacement_ThatIsAFake_StandsInForTheService()
    {
        using var host = await StartAsync(static services => services.Replace(ServiceDescriptor.Singleton<Kiln.Proxy>(static _ => new ColdKiln())));

        Assert.That(host.Services.GetRequiredService<Bakery.Proxy>().CanBake(), Is.False);
        Assert.That(_fuel.Lit.Task.IsCompleted, Is.False, "the service does not run");
    }

    [Test]
    public async Task DependencysTimeout_WrapsTheDecorator()
    {
        _counter.Action = () => _time.Advance(TimeSpan.FromSeconds(2));
        using var host = await StartAsync(
            static services => services.Decorate<Kiln.Proxy, CountingKiln>(), ("Pipeline:Services:Bakery:Dependencies:kiln:Timeout", "1s"));

        Assert.That(() => host.Services.GetRequiredService<Bakery.Proxy>().CanBake(), Throws.TypeOf<ServiceTimeoutException>());
        Assert.That(_counter.Count, Is.EqualTo(1));
    }

    [Test]
    public async Task DependencysTimeout_AddedLater_WrapsTheDecorator()
    {
        _counter.Action = () => _time.Advance(TimeSpan.FromSeconds(2));
        using var host = await StartAsync(static services => services.Decorate<Kiln.Proxy, CountingKiln>());
        var bakery = host.Services.GetRequiredService<Bakery.Proxy>();
        Assert.That(bakery.CanBake());

        Configure(host, "1s");
        Assert.That(() => bakery.CanBake(), Throws.TypeOf<ServiceTimeoutException>());

        Configure(host, "none");
        Assert.That(bakery.CanBake());
        Assert.That(_counter.Count, Is.EqualTo(3));
    }

    private static void Configure(IHost host, string timeout)
    {
        var configuration = (IConfigurationRoot)host.Services.GetRequiredService<IConfiguration>();
        configuration["Pipeline:Services:Bakery:Dependencies:kiln:Timeout"] = timeout;
        configuration.Reload();
    }

    private async Task<IHost> StartAsync(Action<IServiceCollection> decorate, params (string Key, string Value)[] configuration)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new());
        foreach (var (key, value) in configuration)
            builder.Configuration[key] = value;
        builder.Services.AddSingleton(_fuel).AddSingleton(_counter).AddSingleton<TimeProvider>(_time);
        builder.Services.AddPipeline<Bakery>();
        decorate(builder.Services);
        var host = builder.Build();
        await host.StartAsync();
        return host;
    }

    private sealed class ColdKiln : Kiln.Proxy
    {
        public override bool IsHot() => false;
    }
}
