using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Logging;
using Pipeline.Calls;
using Pipeline.CompilerServices;

namespace Pipeline.Hosting;

/// <summary>The instances of a service in this process, with their proxy. The container owns them; the lifetime starts and ends them.</summary>
internal sealed class ServiceInstance : IAsyncDisposable, IDisposable
{
    private readonly IReadOnlyList<object> _services;
    private readonly ServicePolicy? _policy;
    private readonly InProcessChannel? _channel;
    private readonly TimedLifecycle _lifecycle;
    private readonly ILogger _logger;
    private int _isReleased;

    /// <param name="definition">The service.</param>
    /// <param name="services">Its instances, one or more.</param>
    /// <param name="policy">What holds for calls to them; null where calls are bare.</param>
    /// <param name="lifecycle">Runs their hooks and their disposal.</param>
    /// <param name="logger">Where failures at shutdown are written.</param>
    public ServiceInstance(
        ServiceDefinition definition,
        IReadOnlyList<object> services,
        ServicePolicy? policy,
        TimedLifecycle lifecycle,
        ILogger logger)
    {
        Definition = definition;
        _services = services;
        _lifecycle = lifecycle;
        _logger = logger;
        var bare = services.Select(definition.Activation.CreateLocalProxy).ToArray();
        _policy = definition.Activation.CreateChannelProxy is null ? null : policy;
        _channel = _policy is null ? null : new(new(definition, bare, _policy.Options));
        Proxy = _channel is null ? bare[0] : Through(budget: null);
    }

    public ServiceDefinition Definition { get; }

    public ServiceProxy Proxy { get; }

    /// <summary>A proxy for callers who give each call that time at most.</summary>
    public ServiceProxy ProxyWithin(TimeSpan? budget) => _channel is null || budget is null ? Proxy : Through(budget);

    /// <summary>Whether all start-up hooks have run, so that the shutdown hooks must.</summary>
    public bool IsStarted { get; private set; }

    /// <summary>Runs the start-up hooks, one after another.</summary>
    /// <exception cref="PipelineStartupException">A hook failed; the exception names it, and what to do where it ran over its time.</exception>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        foreach (var hook in _services.SelectMany(Definition.Activation.StartupHooks))
        {
            cancellationToken.ThrowIfCancellationRequested();
            try
            {
                await _lifecycle.StartAsync(hook, cancellationToken).ConfigureAwait(false);
            }
            catch (Exception exception) when (exception is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
            {
                throw new PipelineStartupException($"{Definition}.{hook.Name} failed at start-up: {exception.Message}", exception);
            }
        }

        IsStarted = true;
    }

    /// <summary>Runs the shutdown hooks of a service that started, in spite of failures, which it adds to the list.</summary>
    public async Task ShutDownAsync(List<Exception> failures, CancellationToken cancellationToken)
    {
        if (!IsStarted)
            return;

        foreach (var hook in _services.SelectMany(Definition.Activation.ShutdownHooks))
        {
            try
            {
                await _lifecycle.ShutDownAsync(hook, cancellationToken).ConfigureAwait(false);
            }
            catch (Exception exception)
            {
                PipelineLog.ShutdownHookFailed(_logger, exception, Definition, hook.Name);
                failures.Add(new PipelineShutdownException($"{Definition}.{hook.Name} failed at shutdown: {exception.Message}", exception));
            }
        }
    }

    /// <summary>Disposes of the instances, once; adds a failure to the list.</summary>
    public async Task ReleaseAsync(List<Exception> failures)
    {
        if (Interlocked.Exchange(ref _isReleased, 1) != 0)
            return;

        foreach (var service in _services)
        {
            try
            {
                await _lifecycle.ReleaseAsync(service).ConfigureAwait(false);
            }
            catch (Exception exception)
            {
                PipelineLog.DisposalFailed(_logger, exception, Definition);
                failures.Add(new PipelineShutdownException($"{Definition} could not be disposed of: {exception.Message}", exception));
            }
        }
    }

    /// <summary>How the service is by itself, whatever it depends on.</summary>
    /// <param name="report">What the report was registered as, or null.</param>
    /// <param name="cancellationToken">Ends waiting for the answers.</param>
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckRegistration? report, CancellationToken cancellationToken)
    {
        var own = await InstanceHealth.AskAsync(_services, Definition.Name, report, cancellationToken).ConfigureAwait(false);
        return own.Status is HealthStatus.Healthy && _policy?.Circuits.FirstOrDefault(static circuit => circuit.IsOpen) is { } open
            ? HealthCheckResult.Degraded($"{open} failed too often and is not called for now")
            : own;
    }

    /// <summary>Called by the container, in case nothing has released them before. Failures are only logged.</summary>
    public async ValueTask DisposeAsync() => await ReleaseAsync([]).ConfigureAwait(false);

    /// <inheritdoc cref="DisposeAsync"/>
    public void Dispose() => ProxyCall.Wait(this, static instance => instance.ReleaseAsync([]));

    private ServiceProxy Through(TimeSpan? budget) =>
        Definition.Activation.CreateChannelProxy!(new PolicyChannel(_channel!, _policy!, budget));
}
