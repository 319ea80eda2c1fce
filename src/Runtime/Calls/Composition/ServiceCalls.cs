using Microsoft.Extensions.Logging;
using Pipeline.CompilerServices;

namespace Pipeline.Calls;

/// <summary>What all callers of one service share, wherever it runs: its limits, its circuits, its filters. Thread-safe.</summary>
internal sealed class ServiceCalls
{
    private readonly ServiceDefinition _definition;
    private readonly CallTarget _target;
    private readonly LimitStages? _limits;
    private readonly CircuitSet _circuits;
    private readonly IReadOnlyList<ICallFilter>[] _filters;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly Refusals _refusals;
    private readonly Lock _gate = new();
    private readonly List<(CallPath Path, TimeSpan? Budget, CallStage? Admission)> _paths = [];

    /// <param name="definition">The service.</param>
    /// <param name="options">What is declared and configured.</param>
    /// <param name="target">What runs the bodies.</param>
    /// <param name="isHere">Whether that is in this process, which then limits and filters the calls.</param>
    /// <param name="filters">The filters of each API.</param>
    /// <param name="time">The clock.</param>
    /// <param name="logger">Where failures are written.</param>
    public ServiceCalls(
        ServiceDefinition definition,
        ServiceOptions options,
        CallTarget target,
        bool isHere,
        Func<ApiDefinition, IReadOnlyList<ICallFilter>> filters,
        TimeProvider time,
        ILogger logger)
    {
        _definition = definition;
        _target = target;
        _time = time;
        _logger = logger;
        _refusals = new(definition.Name, time, logger);
        _limits = isHere ? new(definition, options, time, logger) : null;
        _circuits = new(definition, time, logger);
        _circuits.Apply(options);
        _filters = [.. definition.Apis.Select(api => isHere ? filters(api) : [])];
        Options = options;
    }

    /// <summary>What is declared and configured.</summary>
    public ServiceOptions Options { get; private set; }

    /// <summary>The circuit breakers of the service and of its APIs.</summary>
    public IReadOnlyCollection<Circuit> Circuits => _circuits.All;

    /// <summary>Whether any call of the service passes a filter.</summary>
    public bool AreFiltered => _filters.Any(static filters => filters is not []);

    /// <summary>The path for some callers.</summary>
    /// <param name="budget">The time that these give each call, or null.</param>
    /// <param name="admission">Lets their calls in, or refuses them; null where nothing does.</param>
    public CallPath CreatePath(TimeSpan? budget = null, CallStage? admission = null)
    {
        lock (_gate)
        {
            var path = new CallPath(Routes(budget, admission));
            _paths.Add((path, budget, admission));
            return path;
        }
    }

    /// <summary>Lets other options hold for calls to come; those that run or wait keep their place, and circuits their state.</summary>
    public void Apply(ServiceOptions options)
    {
        lock (_gate)
        {
            Options = options;
            _limits?.Apply(options);
            _circuits.Apply(options);
            foreach (var (path, budget, admission) in _paths)
                path.Use(Routes(budget, admission));
        }
    }

    private CallRoute[] Routes(TimeSpan? budget, CallStage? admission) =>
        [.. Enumerable.Range(0, _definition.Apis.Count).Select(api => Route(api, budget, admission))];

    private CallRoute Route(int place, TimeSpan? budget, CallStage? admission)
    {
        var (api, options) = (_definition.Apis[place], Options.Apis[place]);
        return new()
        {
            Service = _definition,
            Api = api,
            Target = _target,
            Time = _time,
            Logger = _logger,
            Refusals = _refusals,
            RunsOnCallersThread = api.Kind is ApiKind.Sync or ApiKind.SyncStream && options.Resilience?.Hedging is null,
            Stages = [.. CallersStages(options, place, budget), .. ServicesStages(options, place, admission)],
        };
    }

    private IEnumerable<CallStage> CallersStages(ApiOptions options, int place, TimeSpan? budget)
    {
        yield return new DeadlineStage(options.Timeout < budget ? options.Timeout : budget ?? options.Timeout);
        if (options.Resilience is { } resilience)
        {
            yield return new AttemptStage(
                resilience, _circuits.Of(place), Repeatability.WhyNot(_definition.Apis[place]) is null, options.Transient);
        }
    }

    private IEnumerable<CallStage> ServicesStages(ApiOptions options, int place, CallStage? admission)
    {
        if (admission is not null)
            yield return admission;
        if (_filters[place] is not [] and var filters)
            yield return new FilterStage(filters);
        foreach (var limit in _limits?.Of(place) ?? [])
            yield return limit;
        if (_definition.Apis[place].Kind is ApiKind.Sync or ApiKind.Async && options.AttemptTimeout is { } attempt)
            yield return new AttemptTimeoutStage(attempt);
    }
}
