using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Pipeline.CompilerServices;

namespace Pipeline.Hosting;

/// <summary>Creates, starts and ends the services of a container.</summary>
internal sealed class PipelineLifetime : IAsyncDisposable, IDisposable
{
    private const int Created = 0;
    private const int Started = 1;
    private const int Stopped = 2;

    private readonly IServiceProvider _provider;
    private readonly IReadOnlyList<LocalService> _services;
    private readonly GraphOrder _order;
    private readonly PipelineReadiness _readiness;
    private readonly DrainGate _gate;
    private readonly PipelineReload _reload;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long? _refusedAt;
    private int _state;

    public PipelineLifetime(IServiceProvider provider)
    {
        _provider = provider;
        _time = provider.GetService<TimeProvider>() ?? TimeProvider.System;
        _readiness = provider.GetRequiredService<PipelineReadiness>();
        _reload = provider.GetRequiredService<PipelineReload>();
        _gate = provider.GetRequiredService<DrainGate>();
        _logger = PipelineLog.In(provider);
        _services = provider.GetRequiredService<LocalServices>().All;
        _order = new(_services);
    }

    /// <summary>Starts every service; when one fails, ends all of them and throws its failure.</summary>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (Interlocked.CompareExchange(ref _state, Started, Created) != Created)
            throw new InvalidOperationException("A pipeline starts once.");

        _readiness.Begin();

        // It listens from its creation on.
        _ = _provider.GetService<PipelineTraces>();
        var begin = _time.GetTimestamp();
        var sequence = new StartupSequence(_services, _time, _logger);
        try
        {
            await sequence.CreateAsync(cancellationToken).ConfigureAwait(false);

            // The container disposes in reverse: of this before anything that the instances were created from.
            _provider.GetRequiredService<PipelineEnd>();
            await sequence.StartAsync(cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            await EndAsync(CancellationToken.None).ConfigureAwait(false);
            throw;
        }

        _readiness.Run(_services);
        _reload.Begin();
        PipelineLog.PipelineStarted(_logger, _services.Count, _time.GetElapsedTime(begin).TotalMilliseconds);
    }

    /// <summary>
    /// Says that the pipeline is not ready any more, for those who look before they call; the time of the shutdown begins.
    /// </summary>
    public void Refuse()
    {
        _refusedAt ??= _time.GetTimestamp();
        _readiness.Deny("is shutting down");
    }

    /// <summary>
    /// Waits for the calls that run; then runs all shutdown hooks and disposes of all services, dependents first, in spite of failures.
    /// </summary>
    /// <param name="cancellationToken">Ends the wait for calls early. Hooks do not see it: each has its own time.</param>
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
    public void Dispose() => SyncView.Wait(this, static lifetime => lifetime.EndAsync(CancellationToken.None));

    private async Task<IReadOnlyList<Exception>> EndAsync(CancellationToken cancellationToken)
    {
        if (Interlocked.Exchange(ref _state, Stopped) == Stopped)
        {
            // Whoever asks again may dispose of the container next.
            await _ended.Task.ConfigureAwait(false);
            return [];
        }

        try
        {
            Refuse();
            _reload.Dispose();
            var busy = await _gate.DrainAsync(_time.GetElapsedTime(_refusedAt!.Value), cancellationToken).ConfigureAwait(false);
            var failures = await _order.DependentsFirstAsync(static service => service.ShutDownAsync()).ConfigureAwait(false);
            var busyWithAllBelow = busy.SelectMany(static service => service.DescendantsAndSelf());
            var leftAlone = busyWithAllBelow.Select(static service => service.ServiceType).ToHashSet();
            var others = await _order.DependentsFirstAsync(
                service => leftAlone.Contains(service.Definition.ServiceType) ? NoFailures : service.ReleaseAsync()).ConfigureAwait(false);
            _readiness.Deny("has stopped");
            PipelineLog.PipelineStopped(_logger);
            return [.. failures, .. others];
        }
        finally
        {
            _ended.SetResult();
        }
    }

    private static Task<IReadOnlyList<Exception>> NoFailures { get; } = Task.FromResult<IReadOnlyList<Exception>>([]);
}
