using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Pipeline.Hosting;

/// <summary>
/// Starts the pipeline before any hosted service of the host starts, and stops it after all have stopped, so that they may
/// call proxies all their life.
/// </summary>
internal sealed class PipelineHostedService(IServiceProvider provider) : IHostedLifecycleService
{
    private PipelineLifetime? _lifetime;

    public Task StartingAsync(CancellationToken cancellationToken)
    {
        _lifetime = provider.GetRequiredService<PipelineLifetime>();
        return _lifetime.StartAsync(cancellationToken);
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    // The application's other services still call proxies; probes are to send nobody new.
    public Task StoppingAsync(CancellationToken cancellationToken)
    {
        _lifetime?.Refuse();
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) =>
        _lifetime?.StopAsync(cancellationToken) ?? Task.CompletedTask;
}
