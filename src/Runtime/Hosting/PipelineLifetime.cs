using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Pipeline.CompilerServices;

namespace Pipeline.Hosting;

/// <summary>
/// Starts and ends the services of a container. Making it makes every service, so the container, which disposes in reverse,
/// ends it before any of them.
/// </summary>
internal sealed class PipelineLifetime : IAsyncDisposable, IDisposable
{
    private const int Created = 0;
    private const int Started = 1;
    private const int Stopped = 2;

    private readonly IReadOnlyList<ServiceInstance> _instances;
    private readonly PipelineReadiness _readiness;
    private readonly DrainGate _gate;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _state;

    public PipelineLifetime(IServiceProvider provider)
    {
        _time = provider.GetService<TimeProvider>() ?? TimeProvider.System;
        _readiness = provider.GetRequiredService<PipelineReadiness>();
        _gate = provider.GetRequiredService<DrainGate>();
        _logger = PipelineLog.In(provider);
        var graph = provider.GetRequiredService<CheckedGraph>().Graph;
        _instances = [.. graph.Services.Select(service => provider.GetRequiredKeyedService<ServiceInstance>(service.ServiceType))];
    }

    /// <summary>Starts every service; when one fails, ends those that had started and throws its failure.</summary>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (Interlocked.CompareExchange(ref _state, Started, Created) != Created)
            throw new InvalidOperationException("A pipeline starts once.");

        _readiness.Begin();
        var begin = _time.GetTimestamp();
        try
        {
            await new StartupSequence(_instances, _time, _logger).RunAsync(cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            await EndAsync(CancellationToken.None).ConfigureAwait(false);
            throw;
        }

        _readiness.Run(_instances);
        PipelineLog.PipelineStarted(_logger, _instances.Count, _time.GetElapsedTime(begin).TotalMilliseconds);
    }

    /// <summary>Says that the pipeline is not ready any more, for those who look before they call.</summary>
    public void Refuse() => _readiness.Deny("is shutting down");

    /// <summary>
    /// Waits for the calls that run, where that is configured; then runs all shutdown hooks and disposes of all services, dependents
    /// first, in spite of failures.
    /// </summary>
    /// <exception cref="AggregateException">Every failure.</exception>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        var failures = await EndAsync(cancellationToken).ConfigureAwait(false);
        if (failures.Count > 0)
            throw new AggregateException("The pipeline did not stop cleanly.", failures);
    }

    /// <summary>Called by the container, in case nothing has stopped the pipeline before. Failures are only logged.</summary>
    public async ValueTask DisposeAsync() => await EndAsync(CancellationToken.None).ConfigureAwait(false);

    /// <inheritdoc cref="DisposeAsync"/>
    public void Dispose() => ProxyCall.Wait(this, static lifetime => lifetime.EndAsync(CancellationToken.None));

    private async Task<List<Exception>> EndAsync(CancellationToken cancellationToken)
    {
        var failures = new List<Exception>();
        if (Interlocked.Exchange(ref _state, Stopped) == Stopped)
        {
            // Whoever asks again may dispose of the container next.
            await _ended.Task.ConfigureAwait(false);
            return failures;
        }

        try
        {
            Refuse();
            await _gate.DrainAsync(cancellationToken).ConfigureAwait(false);
            foreach (var instance in _instances.Reverse())
                await instance.ShutDownAsync(failures, cancellationToken).ConfigureAwait(false);
            foreach (var instance in _instances.Reverse())
                await instance.ReleaseAsync(failures).ConfigureAwait(false);
            _readiness.Deny("has stopped");
            PipelineLog.PipelineStopped(_logger);
            return failures;
        }
        finally
        {
            _ended.SetResult();
        }
    }
}
