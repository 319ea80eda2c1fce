using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Pipeline.CompilerServices;
using Pipeline.Runtime.Tests.Services;

namespace Pipeline.Runtime.Tests.Hosting;

public class StartupCheckTests
{
    private readonly Journal _journal = new();

    [Test]
    public async Task Start_SeveralThingsMissing_NamesThemAllAndCreatesNothing()
    {
        var thrown = await FailAsync<Node<Faulty.Needy>>();

        Assert.That(thrown.Problems, Is.EquivalentTo(new[]
        {
            "Needy needs Faulty.IClock clock: register it, e.g. services.AddSingleton<Faulty.IClock, ...>().",
            "Needy needs int size: a plain value does not come from the container; "
                + "give it a default, or take IOptions<T> instead.",
            "NeedyToo needs Faulty.IStore<string[]> store: register it, "
                + "e.g. services.AddKeyedSingleton<Faulty.IStore<string[]>, ...>(\"main\").",
            "NeedyToo needs Faulty.Recorder Recorder: register it, e.g. services.AddSingleton<Faulty.Recorder>().",
        }));
        Assert.That(thrown.Problems, Has.All.Matches<string?>(problem => thrown.Message.Contains(problem!, StringComparison.Ordinal)));
        Assert.That(_journal.Events, Is.Empty);
    }

    [Test]
    public async Task Start_MissingKeyedServices_SpellsTheirKeys()
    {
        var thrown = await FailAsync<Node<Keyed>>();
        Assert.That(thrown.Problems, Is.SupersetOf(new[]
        {
            "Keyed needs IDisposable first: register it, e.g. services.AddKeyedSingleton<IDisposable, ...>(DayOfWeek.Monday).",
            "Keyed needs IDisposable second: register it, e.g. services.AddKeyedSingleton<IDisposable, ...>(typeof(int[])).",
        }));
    }

    [Test]
    public async Task Start_EverythingRegistered_Starts()
    {
        await using var app = await PipelineApp.StartAsync<Node<Faulty.NeedyToo>>(builder => builder.Services
            .AddSingleton(_journal)
            .AddSingleton<Faulty.Recorder>()
            .AddKeyedSingleton<Faulty.IStore<string[]>>("main", static (_, _) => null!));
        Assert.That(_journal.Events, Has.Member("start NeedyToo"));
    }

    [Test]
    public async Task Start_Circle_NamesItsPath()
    {
        var thrown = await FailAsync<Node<Faulty.CircleA>>();
        Assert.That(thrown.Problems, Is.EqualTo(new[] { "Services depend on each other in a cycle: B → C → B." }));
    }

    [Test]
    public async Task Start_TwoServicesOfOneName_NamesBoth()
    {
        var thrown = await FailAsync<Node<Faulty.Twins>>();
        Assert.That(thrown.Problems.Single(), Does.StartWith("Twin is the name of")
            .And.Contain(nameof(Faulty.TwinOne)).And.Contain(nameof(Faulty.TwinTwo)));
    }

    [Test]
    public async Task Start_DependencyWithUrl_SaysThatNothingReachesIt()
    {
        var thrown = await FailAsync<Node<Faulty.Distant>>();
        Assert.That(thrown.Problems.Single(), Does.StartWith("Distant calls bottom: Bottom at https://elsewhere: no transport that reaches it"));
    }

    [Test]
    public async Task Start_DependencyWithUrlAndAProxyForIt_Starts()
    {
        await using var app = await PipelineApp.StartAsync<Node<Faulty.Distant>>(builder => builder.Services
            .AddSingleton(_journal)
            .AddSingleton<Node<Diamond.Bottom>.Proxy, FakeBottom>());
        Assert.That(_journal.Events, Is.EqualTo(new[] { "create Distant", "start Distant" }));
    }

    [Test]
    public async Task Start_ServiceConfiguredWithUrl_SaysThatNothingReachesIt()
    {
        var thrown = await FailAsync<Node<Diamond.Top>>(
            static builder => builder.Configuration["Pipeline:Services:Left:Url"] = "https://elsewhere");
        Assert.That(thrown.Problems.Single(), Does.StartWith("Top calls left: Left at https://elsewhere: no transport that reaches it"));
    }

    [Test]
    public async Task Start_RootConfiguredWithUrl_SaysSo()
    {
        var thrown = await FailAsync<Node<Diamond.Top>>(
            static builder => builder.Configuration["Pipeline:Services:Top:Url"] = "elsewhere");
        Assert.That(thrown.Problems, Is.EqualTo(new[]
        {
            "Top is configured to run at elsewhere: write an absolute URL, such as \"http://host:8080\", or several with commas between them.",
        }));
    }

    [Test]
    public async Task Start_ScopedService_SaysThatItCannotServe()
    {
        var thrown = await FailAsync<Node<Faulty.NeedyToo>>(static builder => builder.Services
            .AddScoped<Faulty.Recorder>()
            .AddKeyedScoped(typeof(Faulty.IStore<>), "main", typeof(Store<>)));

        Assert.That(thrown.Problems, Has.Count.EqualTo(2));
        Assert.That(thrown.Problems, Has.All.Contain("it is scoped").And.All.Contain("IServiceScopeFactory"));
    }

    [Test]
    public async Task Start_CycleThroughTheContainer_Starts()
    {
        await using var app = await PipelineApp.StartAsync<Node<Faulty.NeedyToo>>(builder => builder.Services
            .AddSingleton(_journal)
            .AddSingleton<Faulty.Recorder>(static provider =>
            {
                Assert.That(provider.GetRequiredService<Node<Faulty.NeedyToo>.Proxy>(), Is.Not.Null);
                return new();
            })
            .AddKeyedSingleton<Faulty.IStore<string[]>>("main", static (_, _) => null!));
        Assert.That(_journal.Events, Has.Member("start NeedyToo"));
    }

    private async Task<PipelineStartupException> FailAsync<TRoot>(Action<PipelineAppBuilder>? configure = null)
        where TRoot : IService =>
        (await Assert.ThrowsAsync<PipelineStartupException>(() => PipelineApp.StartAsync<TRoot>(builder =>
        {
            builder.Services.AddSingleton(_journal);
            configure?.Invoke(builder);
        })))!;

    private sealed class Keyed : INode
    {
        public static string Name => "Keyed";

        public static IReadOnlyList<ServiceRequirement> Requirements =>
        [
            new("first", typeof(IDisposable)) { Key = DayOfWeek.Monday },
            new("second", typeof(IDisposable)) { Key = typeof(int[]) },
        ];
    }

    private sealed class Store<T> : Faulty.IStore<T>;
}
