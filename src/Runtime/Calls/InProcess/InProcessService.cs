using Pipeline.CompilerServices;
using Pipeline.Transports;

namespace Pipeline.Calls;

/// <summary>The instances of a service in this process, and the limits that all calls to them share.</summary>
internal sealed class InProcessService
{
    private readonly ServiceDefinition _definition;
    private readonly IReadOnlyList<ServiceProxy> _instances;
    private uint _next;

    /// <param name="definition">The service.</param>
    /// <param name="instances">The bare proxy of each instance.</param>
    /// <param name="options">What is declared and configured.</param>
    public InProcessService(ServiceDefinition definition, IReadOnlyList<ServiceProxy> instances, ServiceOptions options)
    {
        _definition = definition;
        _instances = instances;
        var queueLimit = options.QueueLimit ?? int.MaxValue;
        Limits = options.Concurrency is { } concurrency
            ? new CallSlots(checked(concurrency * instances.Count), instances.Count, concurrency, queueLimit)
            : null;
        Pool = Limits ?? new CallSlots(Environment.ProcessorCount, instances.Count, queueLimit: queueLimit);
    }

    /// <summary>The slots every call takes, or null where any number may run.</summary>
    public CallSlots? Limits { get; }

    /// <summary>The slots in which sync APIs run on the pool.</summary>
    public CallSlots Pool { get; }

    /// <summary>The slots in which sync streams are disposed of: that is not turned away.</summary>
    public CallSlots Unlimited { get; } = new(int.MaxValue);

    /// <summary>The bare proxy of an instance.</summary>
    public TProxy Instance<TProxy>(int index)
        where TProxy : ServiceProxy =>
        (TProxy)_instances[index];

    /// <summary>The bare proxy of the instance whose turn it is.</summary>
    public TProxy NextInstance<TProxy>()
        where TProxy : ServiceProxy =>
        Instance<TProxy>(_instances.Count == 1 ? 0 : (int)(Interlocked.Increment(ref _next) % (uint)_instances.Count));

    public ApiKind KindOf(Endpoint endpoint) => _definition.Apis[endpoint.Api].Kind;

    public ServiceOverloadedException Overloaded(CallSlots slots)
    {
        var (running, waiting) = slots.Load;
        return new(_definition.Name, running, waiting);
    }
}
