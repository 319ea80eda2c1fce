using System.Runtime.ExceptionServices;
using Microsoft.Extensions.Logging;
using Pipeline.Calls;

namespace Pipeline.Hosting;

/// <summary>
/// Starts the services of a graph: creates all instances, then runs their start-up hooks. The first failure cancels the rest; the
/// sequence ends when every hook has, or is over its time.
/// </summary>
internal sealed class StartupSequence(IReadOnlyList<LocalService> services, TimeProvider time, ILogger logger)
{
    private readonly GraphOrder _order = new(services);
    private ExceptionDispatchInfo? _failure;

    /// <summary>Creates the instances of every service, after those of its dependencies.</summary>
    /// <exception cref="PipelineStartupException">A constructor or a property failed.</exception>
    public Task CreateAsync(CancellationToken cancellationToken) =>
        RunAsync(static (service, token) => service.CreateAsync(token), cancellationToken);

    /// <summary>Runs the start-up hooks of every service, after those of its dependencies, and lets it take calls.</summary>
    /// <exception cref="PipelineStartupException">A hook failed.</exception>
    public Task StartAsync(CancellationToken cancellationToken) => RunAsync(StartAsync, cancellationToken);

    private async Task RunAsync(Func<LocalService, CancellationToken, Task> action, CancellationToken cancellationToken)
    {
        using var abort = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var all = _order.DependenciesFirstAsync(service => RunAsync(service, action, abort));
        await all.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _failure?.Throw();
        if (all.IsCanceled)
            cancellationToken.ThrowIfCancellationRequested();
        await all.ConfigureAwait(false);
    }

    private async Task RunAsync(LocalService service, Func<LocalService, CancellationToken, Task> action, CancellationTokenSource abort)
    {
        abort.Token.ThrowIfCancellationRequested();
        try
        {
            await action(service, abort.Token).ConfigureAwait(false);
        }
        catch (PipelineStartupException exception)
        {
            if (Interlocked.CompareExchange(ref _failure, ExceptionDispatchInfo.Capture(exception), null) is not null)
                PipelineLog.AnotherStartFailed(logger, exception);

            // What the other hooks registered with their token may block or throw: that is not waited for.
            TaskObserver.Observe(abort.CancelAsync());
            throw;
        }
    }

    private async Task StartAsync(LocalService service, CancellationToken cancellationToken)
    {
        var begin = time.GetTimestamp();
        await service.StartAsync(cancellationToken).ConfigureAwait(false);
        PipelineLog.ServiceStarted(logger, service.Definition, time.GetElapsedTime(begin).TotalMilliseconds);
    }
}
