using System.Runtime.ExceptionServices;
using Microsoft.Extensions.Logging;
using Pipeline.CompilerServices;

namespace Pipeline.Hosting;

/// <summary>
/// Runs the start-up hooks of a graph: a service's after those of all its dependencies, services independent of each other
/// at the same time. The first failure cancels the rest; the sequence ends when every hook has, or is over its time.
/// </summary>
internal sealed class StartupSequence(IReadOnlyList<ServiceInstance> instances, TimeProvider time, ILogger logger)
{
    private ExceptionDispatchInfo? _failure;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        using var abort = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var starts = new Dictionary<Type, Task>();
        foreach (var instance in instances)
        {
            var dependencies = instance.Definition.Dependencies
                .Select(dependency => starts.GetValueOrDefault(dependency.Service.ServiceType, Task.CompletedTask));
            starts.Add(instance.Definition.ServiceType, StartAsync(instance, Task.WhenAll(dependencies), abort));
        }

        var all = Task.WhenAll(starts.Values);
        await all.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _failure?.Throw();
        if (all.IsCanceled)
            cancellationToken.ThrowIfCancellationRequested();
        await all.ConfigureAwait(false);
    }

    private async Task StartAsync(ServiceInstance instance, Task dependencies, CancellationTokenSource abort)
    {
        await dependencies.ConfigureAwait(false);
        abort.Token.ThrowIfCancellationRequested();
        var begin = time.GetTimestamp();
        try
        {
            await instance.StartAsync(abort.Token).ConfigureAwait(false);
        }
        catch (PipelineStartupException exception)
        {
            if (Interlocked.CompareExchange(ref _failure, ExceptionDispatchInfo.Capture(exception), null) is not null)
                PipelineLog.AnotherStartFailed(logger, exception);

            // What the other hooks registered with their token may block or throw: that is not waited for.
            ProxyCall.Observe(abort.CancelAsync());
            throw;
        }

        PipelineLog.ServiceStarted(logger, instance.Definition, time.GetElapsedTime(begin).TotalMilliseconds);
    }
}
