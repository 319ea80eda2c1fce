using BenchmarkDotNet.Attributes;
using Mediator;
using Microsoft.Extensions.DependencyInjection;

namespace Pipeline.Benchmarks.Proxies;

/// <summary>One instance of the service, and every way to it.</summary>
[MemoryDiagnoser]
public abstract class ProxyBenchmarkSetup
{
    private PipelineApp? _app;
    private ServiceProvider? _mediatorProvider;

    /// <summary>The service itself.</summary>
    protected Scorer Direct { get; private set; } = null!;

    /// <summary>The generated proxy.</summary>
    protected Scorer.Proxy Proxy { get; private set; } = null!;

    /// <summary>The generated proxy's async view.</summary>
    protected Scorer.Proxy.Async AsyncProxy { get; private set; } = null!;

    /// <summary>The floor.</summary>
    protected HandWritten HandWritten { get; private set; } = null!;

    /// <summary><see cref="System.Reflection.DispatchProxy"/>.</summary>
    protected IScorer DispatchProxy { get; private set; } = null!;

    /// <summary>Castle.Core.</summary>
    protected IScorer Castle { get; private set; } = null!;

    /// <summary>Mediator.SourceGenerator.</summary>
    protected IMediator Mediator { get; private set; } = null!;

    /// <summary>Starts the service and wraps it in every way.</summary>
    [GlobalSetup]
    public async Task StartAsync()
    {
        _app = await PipelineApp.StartAsync<Scorer>();
        Proxy = _app.GetProxy<Scorer.Proxy>();
        AsyncProxy = Proxy.ToAsync;
        Direct = new Scorer();
        HandWritten = HandWritten.To(Direct);
        var target = new ScorerTarget(Direct);
        DispatchProxy = ReflectionProxy.To(target);
        Castle = CastleProxy.To(target);
        _mediatorProvider = new ServiceCollection().AddSingleton(Direct).AddMediator(options => options.ServiceLifetime = ServiceLifetime.Singleton).BuildServiceProvider();
        Mediator = _mediatorProvider.GetRequiredService<IMediator>();
    }

    /// <summary>Stops the service.</summary>
    [GlobalCleanup]
    public async Task StopAsync()
    {
        await _app!.DisposeAsync();
        await _mediatorProvider!.DisposeAsync();
    }
}
