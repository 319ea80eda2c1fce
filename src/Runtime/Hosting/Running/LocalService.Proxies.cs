using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Logging;
using Pipeline.Calls;
using Pipeline.CompilerServices;

namespace Pipeline.Hosting;

internal sealed partial class LocalService
{
    private readonly IServiceProvider _container;
    private readonly ServiceProxy[] _bare;
    private readonly ServiceCalls? _calls;

    /// <param name="definition">The service.</param>
    /// <param name="options">What is declared and configured.</param>
    /// <param name="createCalls">Creates what all callers share; null where calls are bare.</param>
    /// <param name="create">Creates an instance.</param>
    /// <param name="container">Where calls open their scopes.</param>
    /// <param name="time">The clock.</param>
    /// <param name="logger">Where failures at shutdown are written.</param>
    public LocalService(
        ServiceDefinition definition,
        ServiceOptions options,
        Func<CallTarget, ServiceCalls>? createCalls,
        Func<object> create,
        IServiceProvider container,
        TimeProvider time,
        ILogger logger)
    {
        Definition = definition;
        Admission = new(definition);
        _create = create;
        _container = container;
        _lifecycle = new(definition, options, time);
        _logger = logger;
        _instances = new object?[options.Instances];
        _bare = new ServiceProxy[options.Instances];
        _calls = definition.Apis.Count == 0 ? null : createCalls?.Invoke(new InstancesTarget(definition, _bare));
    }

    public ServiceDefinition Definition { get; }

    public ServiceAdmission Admission { get; }

    /// <summary>Whether the instances exist.</summary>
    public bool IsCreated => Volatile.Read(ref _bare[^1]) is not null;

    /// <summary>The proxy that its dependents share.</summary>
    public ServiceProxy Proxy => field ??= _calls is null ? _bare[0] : Through(budget: null);

    /// <summary>A proxy for callers who give each call that time at most.</summary>
    public ServiceProxy ProxyWithin(TimeSpan? budget) => _calls is null || budget is null ? Proxy : Through(budget);

    /// <summary>How the service is by itself, whatever it depends on.</summary>
    /// <param name="report">What the report was registered as, or null.</param>
    /// <param name="cancellationToken">Ends waiting for the answers.</param>
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckRegistration? report, CancellationToken cancellationToken)
    {
        var own = await InstanceHealth.AskAsync(_instances.OfType<object>(), Definition.Name, report, cancellationToken).ConfigureAwait(false);
        return own.Status is HealthStatus.Healthy && _calls?.Circuits.FirstOrDefault(static circuit => circuit.IsOpen) is { } open
            ? HealthCheckResult.Degraded($"{open} failed too often and is not called for now")
            : own;
    }

    private void Bind(int index, object instance)
    {
        _instances[index] = instance;
        _bare[index] = Definition.Activation.CreateProxyFor(instance, _container);
    }

    private ServiceProxy Through(TimeSpan? budget) =>
        Definition.Activation.CreateProxyFor(_calls!.CreatePath(budget));
}
