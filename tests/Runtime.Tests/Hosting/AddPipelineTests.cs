using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Pipeline.Runtime.Tests.Services;

namespace Pipeline.Runtime.Tests.Hosting;

public class AddPipelineTests
{
    private readonly Journal _journal = new();

    [Test]
    public async Task Host_HostedService_CallsProxiesFromItsStartToItsStop()
    {
        using var host = Build(static services =>
        {
            services.AddHostedService<Caller>();
            services.AddPipeline<Node<Diamond.Left>>();
        });
        await host.StartAsync();
        await host.StopAsync();

        Assert.That(_journal.Events, Is.EqualTo(new[]
        {
            "create Bottom", "create Left", "start Bottom", "start Left", "caller starts",
            "caller stops", "stop Left", "stop Bottom", "dispose Left", "dispose Bottom",
        }));
    }

    [Test]
    public async Task Host_TwoRoots_ShareTheirServices()
    {
        using var host = Build(static services =>
        {
            services.AddPipeline<Node<Diamond.Left>>();
            services.AddPipeline<Node<Diamond.Right>>();
        });
        await host.StartAsync();

        Assert.That(_journal.Events.Count(static name => name == "create Bottom"), Is.EqualTo(1));
        await host.StopAsync();
        Assert.That(_journal.Events.Count(static name => name == "dispose Bottom"), Is.EqualTo(1));
    }

    [Test]
    public async Task Host_SameRootTwice_StartsOnce()
    {
        using var host = Build(static services =>
        {
            services.AddPipeline<Node<Diamond.Left>>();
            services.AddPipeline<Node<Diamond.Left>>();
        });
        await host.StartAsync();
        Assert.That(_journal.Events, Is.EqualTo(new[] { "create Bottom", "create Left", "start Bottom", "start Left" }));
    }

    [Test]
    public async Task Host_SomethingMissing_DoesNotStart()
    {
        using var host = Build(static services => services.AddPipeline<Node<Faulty.Needy>>());
        var thrown = await Assert.ThrowsAsync<PipelineStartupException>(() => host.StartAsync());
        Assert.That(thrown!.Problems, Has.Count.EqualTo(4));
        Assert.That(_journal.Events, Is.Empty);
    }

    [Test]
    public async Task Host_AnotherServiceFailsToStart_DisposalShutsDown()
    {
        var host = Build(static services => services.AddHostedService<Caller>().AddPipeline<Node<Diamond.Left>>());
        _journal.FailAt("caller starts");
        await Assert.ThrowsAsync<InvalidDataException>(() => host.StartAsync());
        host.Dispose();

        Assert.That(_journal.Events.TakeLast(4), Is.EqualTo(new[] { "stop Left", "stop Bottom", "dispose Left", "dispose Bottom" }));
    }

    [Test]
    public async Task Container_WithoutHost_CreatesNoService()
    {
        var services = new ServiceCollection().AddSingleton(_journal);
        services.AddPipeline<Node<Diamond.Left>>();
        await using (var provider = services.BuildServiceProvider())
            Assert.That(provider.GetRequiredService<Node<Diamond.Left>.Proxy>(), Is.Not.Null);

        Assert.That(_journal.Events, Is.Empty);
    }

    [Test]
    public async Task Host_ProxyResolvedFromManyThreads_IsOne()
    {
        using var host = Build(static services => services.AddPipeline<Node<Diamond.Top>>());
        await host.StartAsync();
        var proxies = await Task.WhenAll(
            Enumerable.Range(0, 20).Select(_ => Task.Run(() => host.Services.GetRequiredService<Node<Diamond.Left>.Proxy>())));

        Assert.That(proxies.Distinct().Count(), Is.EqualTo(1));
        Assert.That(_journal.Events, Has.Count.EqualTo(8).And.Unique);
    }

    [TestCase(true)]
    [TestCase(false)]
    public async Task Host_ProxyRegisteredByTheApplication_StandsInForTheService(bool before)
    {
        var fake = new FakeBottom();
        using var host = Build(services =>
        {
            if (before)
                services.AddSingleton<Node<Diamond.Bottom>.Proxy>(fake);
            services.AddPipeline<Node<Diamond.Left>>();
            if (!before)
                services.AddSingleton<Node<Diamond.Bottom>.Proxy>(fake);
        });
        await host.StartAsync();

        Assert.That(host.Services.GetRequiredService<Node<Diamond.Left>.Proxy>().Dependencies.Single(), Is.SameAs(fake));
        Assert.That(_journal.Events, Is.EqualTo(new[] { "create Left", "start Left" }));
    }

    [Test]
    public async Task Host_Configuration_IsTheHostsUnlessOneIsGiven()
    {
        var given = new ConfigurationManager { ["Pipeline:Services:Bottom:Url"] = "https://given" };
        using var own = Build(static services => services.AddPipeline<Node<Diamond.Left>>(), ("Pipeline:Services:Left:Url", "https://own"));
        using var both = Build(
            services =>
            {
                services.AddPipeline<Node<Diamond.Left>>(given);
                services.AddPipeline<Node<Diamond.Right>>();
            },
            ("Pipeline:Services:Left:Url", "https://own"));

        Assert.That((await Assert.ThrowsAsync<PipelineStartupException>(() => own.StartAsync()))!.Message, Does.Contain("https://own"));
        Assert.That((await Assert.ThrowsAsync<PipelineStartupException>(() => both.StartAsync()))!.Message,
            Does.Contain("https://given").And.Not.Contain("https://own"));
    }

    private IHost Build(Action<IServiceCollection> configure, params (string Key, string Value)[] configuration)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new());
        foreach (var (key, value) in configuration)
            builder.Configuration[key] = value;
        builder.Services.AddSingleton(_journal);
        configure(builder.Services);
        return builder.Build();
    }

    private sealed class Caller(Journal journal, Node<Diamond.Left>.Proxy left) : IHostedService
    {
        public Task StartAsync(CancellationToken cancellationToken) => CallAsync("caller starts", cancellationToken);

        public Task StopAsync(CancellationToken cancellationToken) => CallAsync("caller stops", cancellationToken);

        private Task CallAsync(string name, CancellationToken cancellationToken)
        {
            Assert.That(left.Dependencies, Has.Count.EqualTo(1));
            return journal.NoteAsync(name, cancellationToken);
        }
    }
}
