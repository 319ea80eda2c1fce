using Microsoft.Extensions.Logging;

namespace Pipeline.Calls;

/// <summary>The slots of a service and of its APIs, in which its calls run.</summary>
internal sealed class LimitStages
{
    private readonly ServiceDefinition _definition;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly CallSlots?[] _apis;
    private readonly CallSlots _pool;
    private CallSlots? _service;

    public LimitStages(ServiceDefinition definition, ServiceOptions options, TimeProvider time, ILogger logger)
    {
        _definition = definition;
        _time = time;
        _logger = logger;
        _apis = new CallSlots?[definition.Apis.Count];
        _pool = new(Environment.ProcessorCount, options.Instances, queueLimit: options.QueueLimit ?? int.MaxValue)
        {
            Name = definition.Name,
            Watch = Watch(options),
        };
        Apply(options);
    }

    /// <summary>The slots in which sync bodies run on the thread pool where nothing else is declared.</summary>
    public CallSlots Pool => _pool;

    /// <summary>All slots that calls may wait for, those of the pool only where nothing else is declared.</summary>
    public IEnumerable<CallSlots> All => _apis.Append(_service ?? _pool).OfType<CallSlots>();

    /// <summary>The limits that calls of an API pass: first the API's own, so that who waits for it holds no slot of the service.</summary>
    public IEnumerable<LimitStage> Of(int api)
    {
        if (_apis[api] is { } own)
            yield return new(own, givesInstance: false, isOnPoolOnly: false);
        if (_service is { } service)
            yield return new(service, givesInstance: true, isOnPoolOnly: false);
        else if (_definition.Apis[api].Kind is ApiKind.Sync or ApiKind.SyncStream)
            yield return new(_pool, givesInstance: true, isOnPoolOnly: true);
    }

    /// <summary>Changes the limits; slots that are held stay held.</summary>
    public void Apply(ServiceOptions options)
    {
        var queueLimit = options.QueueLimit ?? int.MaxValue;
        _pool.Resize(Environment.ProcessorCount, int.MaxValue, queueLimit);
        _service = options.Concurrency is { } each
            ? Change(_service, _definition.Name, options, checked(each * options.Instances), options.Instances, each, queueLimit)
            : Lift(_service);
        for (var api = 0; api < _apis.Length; api++)
        {
            var name = $"{_definition.Name}.{_definition.Apis[api].Name}";
            _apis[api] = options.Apis[api].Concurrency is { } own
                ? Change(_apis[api], name, options, checked(own * options.Instances), 1, int.MaxValue, queueLimit)
                : Lift(_apis[api]);
        }
    }

    // Calls that wait where there is no limit any more are let in.
    private static CallSlots? Lift(CallSlots? slots)
    {
        slots?.Resize(int.MaxValue, int.MaxValue, int.MaxValue);
        return null;
    }

    private CallSlots Change(
        CallSlots? slots, string name, ServiceOptions options, int total, int instances, int perInstance, int queueLimit)
    {
        if (slots is null)
            return new(total, instances, perInstance, queueLimit) { Name = name, Watch = Watch(options) };

        slots.Resize(total, perInstance, queueLimit);
        return slots;
    }

    private SlotWatch? Watch(ServiceOptions options) => options.QueueWarning is { } patience
        ? new(_time, patience, report => CallLog.WaitingLong(
            _logger,
            report.Waiting,
            patience.TotalSeconds,
            report.Slots,
            report.First?.Describe() ?? "one of them",
            report.Holders is []
                ? "calls that nothing is known of"
                : string.Join(", ", report.Holders.Select(static holder => holder.Describe()))))
        : null;
}
