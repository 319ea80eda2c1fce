using Microsoft.Extensions.DependencyInjection;
using Pipeline.CompilerServices;
using Pipeline.Runtime.Tests.Services;

namespace Pipeline.Runtime.Tests.Hosting;

/// <summary>A service lives as long as the pipeline: what is scoped cannot serve it, by whatever way it would come.</summary>
public class CaptiveDependencyTests
{
    private readonly Journal _journal = new();

    [Test]
    public async Task Sequence_WithAScopedMember_StopsTheStart()
    {
        var thrown = await FailAsync<Sequence>(static services => services
            .AddSingleton<Faulty.IClock, Clock>().AddScoped<Faulty.IClock, Clock>().AddSingleton<Faulty.IClock, Clock>());
        Assert.That(thrown.Problems.Single(), Does.StartWith("Sequence needs IEnumerable<Faulty.IClock> clocks: it is scoped"));
    }

    [Test]
    public async Task Sequence_WithAScopedOpenGeneric_StopsTheStart()
    {
        var thrown = await FailAsync<Stores>(static services => services.AddScoped(typeof(Faulty.IStore<>), typeof(Store<>)));
        Assert.That(thrown.Problems.Single(), Does.StartWith("Stores needs IEnumerable<Faulty.IStore<int>> stores: it is scoped"));
    }

    [Test]
    public async Task KeyedService_ScopedForAnyKey_StopsTheStart()
    {
        var thrown = await FailAsync<Keyed>(static services => services.AddKeyedScoped<Faulty.IClock, Clock>(KeyedService.AnyKey));
        Assert.That(thrown.Problems.Single(), Does.StartWith("Keyed needs Faulty.IClock clock: it is scoped"));
    }

    [Test]
    public async Task KeyedService_ScopedForAnotherKey_Starts()
    {
        await using var app = await PipelineApp.StartAsync<Node<Keyed>>(builder => builder.Services.AddSingleton(_journal)
            .AddKeyedScoped<Faulty.IClock, Clock>("other").AddKeyedSingleton<Faulty.IClock, Clock>("wall"));
        Assert.That(_journal.Events, Has.Member("start Keyed"));
    }

    private async Task<PipelineStartupException> FailAsync<TNode>(Action<IServiceCollection> configure)
        where TNode : INode =>
        (await Assert.ThrowsAsync<PipelineStartupException>(() => PipelineApp.StartAsync<Node<TNode>>(builder =>
        {
            builder.Services.AddSingleton(_journal);
            configure(builder.Services);
        })))!;

    private sealed class Sequence : INode
    {
        public static string Name => "Sequence";

        public static IReadOnlyList<ServiceRequirement> Requirements => [new("clocks", typeof(IEnumerable<Faulty.IClock>))];
    }

    private sealed class Stores : INode
    {
        public static string Name => "Stores";

        public static IReadOnlyList<ServiceRequirement> Requirements => [new("stores", typeof(IEnumerable<Faulty.IStore<int>>))];
    }

    private sealed class Keyed : INode
    {
        public static string Name => "Keyed";

        public static IReadOnlyList<ServiceRequirement> Requirements => [new("clock", typeof(Faulty.IClock)) { Key = "wall" }];
    }

    private sealed class Clock : Faulty.IClock;

    private sealed class Store<T> : Faulty.IStore<T>;
}
