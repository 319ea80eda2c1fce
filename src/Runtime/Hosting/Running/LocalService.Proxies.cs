using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Logging;
using Pipeline.Calls;
using Pipeline.CompilerServices;
using Pipeline.Transports;

namespace Pipeline.Hosting;

internal sealed partial class LocalService
{
    private readonly IServiceProvider _container;
    private readonly ServiceAdmission _admission;
    private readonly ServiceProxy[] _bare;
    private readonly ServiceCalls _calls;
    private readonly List<BareableProxy> _proxies = [];
    private bool _areWrapped;

    /// <param name="definition">The service.</param>
    /// <param name="options">What is declared and configured.</param>
    /// <param name="areWrapped">Whether something is asked for its calls, by its options or by what lies above it.</param>
    /// <param name="createCalls">Creates what all callers share.</param>
    /// <param name="create">Creates an instance.</param>
    /// <param name="container">Where calls open their scopes.</param>
    /// <param name="time">The clock.</param>
    /// <param name="logger">Where failures at shutdown are written.</param>
    public LocalService(
        ServiceDefinition definition,
        ServiceOptions options,
        bool areWrapped,
        Func<CallTarget, CallStage, ServiceCalls> createCalls,
        Func<object> create,
        IServiceProvider container,
        TimeProvider time,
        ILogger logger)
    {
        Definition = definition;
        _admission = new(definition);
        _areWrapped = areWrapped;
        _create = create;
        _container = container;
        _lifecycle = new(definition, options, time);
        _logger = logger;
        _instances = new object?[options.Instances];
        _bare = new ServiceProxy[options.Instances];
        _calls = createCalls(new InstancesTarget(definition, _bare), new AdmissionStage(_admission));
        _calls.LogsFailures = areWrapped;
    }

    public ServiceDefinition Definition { get; }

    /// <summary>
    /// A proxy for one of its dependents, or for those outside. Its calls are bare while the service takes calls and nothing is asked for
    /// them; those of a proxy that is created before the instances never are.
    /// </summary>
    /// <param name="budget">The time that the caller gives each call, or null; asked for again when options change.</param>
    /// <param name="entry">What calls from outside pass before all else, or null.</param>
    public ServiceProxy CreateProxy(Func<TimeSpan?> budget, CallStage? entry = null)
    {
        lock (_gate)
        {
            var path = _calls.CreatePath(budget, entry);
            if (entry is not null || _instances[0] is not { } instance)
                return Definition.Activation.CreateChannelProxy(path);

            var bare = CreateBare(instance);
            bare.ObservedPath = path;
            var proxy = new BareableProxy(bare, path, budget);
            _proxies.Add(proxy);
            proxy.Update(IsBareable);
            return proxy.Proxy;
        }
    }

    /// <summary>Lets other options hold for calls to come; another number of instances takes a restart.</summary>
    /// <param name="options">The options.</param>
    /// <param name="areWrapped">Whether something is asked for calls, by these options or by what lies above the service.</param>
    public void Apply(ServiceOptions options, bool areWrapped)
    {
        _calls.LogsFailures = areWrapped;
        _calls.Apply(options with { Instances = _instances.Length });
        lock (_gate)
            _areWrapped = areWrapped;
        UpdateProxies();
    }

    /// <summary>How the service is by itself, whatever it depends on.</summary>
    /// <param name="report">What the report was registered as, or null.</param>
    /// <param name="cancellationToken">Ends waiting for the answers.</param>
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckRegistration? report, CancellationToken cancellationToken)
    {
        var own = await InstanceHealth.AskAsync(_instances.OfType<object>(), Definition.Name, report, cancellationToken)
            .ConfigureAwait(false);
        return own.Status is HealthStatus.Healthy && _calls.Circuits.FirstOrDefault(static circuit => circuit.IsOpen) is { } open
            ? HealthCheckResult.Degraded($"{open} failed too often and is not called for now")
            : own;
    }

    private bool IsBareable => _admission.IsOpen && !_areWrapped;

    private void Bind(int index, object instance)
    {
        _instances[index] = instance;
        _bare[index] = CreateBare(instance);
    }

    private ServiceProxy CreateBare(object instance)
    {
        var proxy = Definition.Activation.CreateProxyFor(instance, _container);
        if (_calls.Pool is { } pool)
            proxy.SetPool(pool);
        return proxy;
    }

    private void Open()
    {
        _admission.Begin();
        UpdateProxies();
    }

    private void Close()
    {
        _admission.End();
        UpdateProxies();
    }

    private void UpdateProxies()
    {
        lock (_gate)
            _proxies.ForEach(proxy => proxy.Update(IsBareable));
    }

    /// <summary>A proxy whose calls may be bare.</summary>
    /// <param name="Proxy">The proxy.</param>
    /// <param name="Path">Where its calls go that are not.</param>
    /// <param name="Budget">The time that its caller gives each call, or null.</param>
    private sealed record BareableProxy(ServiceProxy Proxy, ServiceChannel Path, Func<TimeSpan?> Budget)
    {
        public void Update(bool isBareable) => Proxy.Path = isBareable && Budget() is null ? null : Path;
    }
}
