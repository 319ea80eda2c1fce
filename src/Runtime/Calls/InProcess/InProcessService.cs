using Microsoft.Extensions.Logging;
using Pipeline.Channels;
using Pipeline.Generated;

namespace Pipeline.Calls;

/// <summary>The instances of a service in this process, and the limits that all calls to them share.</summary>
internal sealed class InProcessService
{
    private readonly IReadOnlyList<ServiceProxy> _instances;
    private readonly ServiceOptions _options;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private uint _next;

    /// <param name="definition">The service.</param>
    /// <param name="instances">The bare proxy of each instance.</param>
    /// <param name="options">What is declared and configured.</param>
    /// <param name="time">The clock of the deadlines.</param>
    /// <param name="logger">Where failures are written.</param>
    public InProcessService(
        ServiceDefinition definition, IReadOnlyList<ServiceProxy> instances, ServiceOptions options, TimeProvider time, ILogger logger)
    {
        _instances = instances;
        _options = options;
        _time = time;
        _logger = logger;
        Definition = definition;
        var queueLimit = options.QueueLimit ?? int.MaxValue;
        Limits = options.Concurrency is { } concurrency
            ? new CallSlots(checked(concurrency * instances.Count), instances.Count, concurrency, queueLimit)
            : null;
        Pool = Limits ?? new CallSlots(Environment.ProcessorCount, instances.Count, queueLimit: queueLimit);

        // A call that comes here has its slot already, or takes it from what all instances share.
        var own = Limits is null ? Pool : new CallSlots(int.MaxValue);
        foreach (var instance in instances)
            instance.Slots = own;
    }

    public ServiceDefinition Definition { get; }

    /// <summary>The slots every call takes, or null where any number may run.</summary>
    public CallSlots? Limits { get; }

    /// <summary>The slots in which sync APIs run on the pool.</summary>
    public CallSlots Pool { get; }

    /// <summary>The bare proxy of an instance.</summary>
    public TProxy Instance<TProxy>(int index)
        where TProxy : ServiceProxy =>
        (TProxy)_instances[index];

    /// <summary>The instance whose turn it is.</summary>
    public int NextInstance() => _instances.Count == 1 ? 0 : (int)(Interlocked.Increment(ref _next) % (uint)_instances.Count);

    public ApiKind KindOf(Endpoint endpoint) => Definition.Apis[endpoint.Api].Kind;

    /// <summary>Begins a call from the current one.</summary>
    /// <param name="endpoint">The API.</param>
    /// <param name="budget">The time the caller gives, or null.</param>
    /// <param name="cancellationToken">The caller's.</param>
    public RunningCall Begin(Endpoint endpoint, TimeSpan? budget, CancellationToken cancellationToken)
    {
        var own = _options.TimeoutOf(endpoint.Api);
        return new(
            Definition.Name, Definition.Apis[endpoint.Api].Name, own < budget ? own : budget ?? own, _time, _logger, cancellationToken);
    }

    public ServiceOverloadedException Overloaded(CallSlots slots)
    {
        var (running, waiting) = slots.Load;
        return new(Definition.Name, running, waiting);
    }
}
