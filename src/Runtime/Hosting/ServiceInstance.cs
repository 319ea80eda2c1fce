using Microsoft.Extensions.Logging;
using Pipeline.Generated;

namespace Pipeline.Hosting;

/// <summary>The instance of a service in this process, with its proxy. The container owns it; the lifetime starts and ends it.</summary>
internal sealed class ServiceInstance(ServiceDefinition definition, object service, ILogger logger) : IAsyncDisposable, IDisposable
{
    private int _isReleased;

    public ServiceDefinition Definition { get; } = definition;

    public ServiceProxy Proxy { get; } = definition.Activation.CreateLocalProxy(service);

    /// <summary>Whether all start-up hooks have run, so that the shutdown hooks must.</summary>
    public bool IsStarted { get; private set; }

    /// <summary>Runs the start-up hooks, one after another.</summary>
    /// <exception cref="PipelineStartupException">A hook failed; the exception names it.</exception>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        foreach (var (name, run) in Definition.Activation.StartupHooks(service))
        {
            cancellationToken.ThrowIfCancellationRequested();
            try
            {
                await run(cancellationToken).ConfigureAwait(false);
            }
            catch (Exception exception) when (exception is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
            {
                throw new PipelineStartupException($"{Definition}.{name} failed at start-up: {exception.Message}", exception);
            }
        }

        IsStarted = true;
    }

    /// <summary>Runs the shutdown hooks of a service that started, in spite of failures, which it adds to the list.</summary>
    public async Task ShutDownAsync(List<Exception> failures, CancellationToken cancellationToken)
    {
        if (!IsStarted)
            return;

        foreach (var (name, run) in Definition.Activation.ShutdownHooks(service))
        {
            try
            {
                await run(cancellationToken).ConfigureAwait(false);
            }
            catch (Exception exception)
            {
                PipelineLog.ShutdownHookFailed(logger, exception, Definition, name);
                failures.Add(exception);
            }
        }
    }

    /// <summary>Disposes of the instance, once; adds a failure to the list.</summary>
    public async Task ReleaseAsync(List<Exception> failures)
    {
        if (Interlocked.Exchange(ref _isReleased, 1) != 0)
            return;

        try
        {
            if (service is IAsyncDisposable asyncDisposable)
                await asyncDisposable.DisposeAsync().ConfigureAwait(false);
            else
                (service as IDisposable)?.Dispose();
        }
        catch (Exception exception)
        {
            PipelineLog.DisposalFailed(logger, exception, Definition);
            failures.Add(exception);
        }
    }

    /// <summary>Called by the container, in case nothing has released the instance before. Failures are only logged.</summary>
    public async ValueTask DisposeAsync() => await ReleaseAsync([]).ConfigureAwait(false);

    /// <inheritdoc cref="DisposeAsync"/>
    public void Dispose() => ProxyCall.Wait(this, static instance => instance.ReleaseAsync([]));
}
