using Microsoft.Extensions.DependencyInjection;
using Pipeline.Hosting;
using Pipeline.Runtime.Tests.Services;

namespace Pipeline.Runtime.Tests.Hosting;

public class ShutdownTests
{
    private readonly Journal _journal = new();

    [Test]
    public async Task Hook_AfterTheHostsTime_HasItsOwnTime()
    {
        bool? isCanceled = null;
        _journal.At("stop Bottom", token =>
        {
            isCanceled = token.IsCancellationRequested;
            return Task.CompletedTask;
        });
        await using var provider = Build<Node<Diamond.Bottom>>();
        var lifetime = provider.GetRequiredService<PipelineLifetime>();
        await lifetime.StartAsync(CancellationToken.None);
        await lifetime.StopAsync(new CancellationToken(canceled: true));

        Assert.That(isCanceled, Is.False);
    }

    [Test]
    public async Task Container_DisposedOfWithoutAStop_EndsThePipelineBeforeWhatItsServicesHold()
    {
        var provider = Build<Node<Diamond.Bottom>>(services => services.AddSingleton(_ => new Held(_journal)).AddSingleton(provider =>
        {
            provider.GetRequiredService<Held>();
            return _journal;
        }));
        await provider.GetRequiredService<PipelineLifetime>().StartAsync(CancellationToken.None);
        await provider.DisposeAsync();

        Assert.That(_journal.Events.TakeLast(3), Is.EqualTo(new[] { "stop Bottom", "dispose Bottom", "dispose what it holds" }));
    }

    private ServiceProvider Build<TRoot>(Action<IServiceCollection>? configure = null)
        where TRoot : Pipeline.CompilerServices.IService
    {
        var services = new ServiceCollection().AddSingleton(_journal);
        services.AddPipeline<TRoot>();
        configure?.Invoke(services);
        return services.BuildServiceProvider();
    }

    private sealed class Held(Journal journal) : IDisposable
    {
        public void Dispose() => journal.Note("dispose what it holds");
    }
}
