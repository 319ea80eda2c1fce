using System.Diagnostics;
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
    private readonly List<(StagedPath Path, Func<TimeSpan?> Budget, CallStage? Entry)> _paths = [];
    private readonly CallStage? _admission;
    private readonly ApiTelemetry[] _telemetry;

    /// <param name="definition">The service.</param>
    /// <param name="options">What is declared and configured.</param>
    /// <param name="target">What runs the bodies.</param>
    /// <param name="admission">
    /// Lets calls in, or refuses them; null where the service runs in another process, which limits and filters them too.
    /// </param>
    /// <param name="filters">The filters of each API.</param>
    /// <param name="time">The clock.</param>
    /// <param name="logger">Where failures are written.</param>
    /// <param name="kind">What spans say of where the service runs.</param>
    /// <param name="address">Its address; null for this process, and for one of several addresses.</param>
    public ServiceCalls(
        ServiceDefinition definition,
        ServiceOptions options,
        CallTarget target,
        CallStage? admission,
        Func<ApiDefinition, IReadOnlyList<ICallFilter>> filters,
        TimeProvider time,
        ILogger logger,
        ActivityKind kind = ActivityKind.Internal,
        Uri? address = null)
    {
        _definition = definition;
        _target = target;
        _admission = admission;
        _time = time;
        _logger = logger;
        _refusals = new(definition.Name, time, logger);
        _limits = admission is null ? null : new(definition, options, time, logger);
        _circuits = new(definition, time, logger);
        _circuits.Apply(options);
        _filters = [.. definition.Apis.Select(api => admission is null ? [] : filters(api))];
        _telemetry = [.. definition.Apis.Select(api => new ApiTelemetry(definition.Name, api.Name, kind, address))];
        Options = options;
    }

    /// <summary>The service.</summary>
    public ServiceDefinition Service => _definition;

    /// <summary>What is declared and configured.</summary>
    public ServiceOptions Options { get; private set; }

    /// <summary>Whether the log gets the failures of calls to come; read when options are applied and paths are created.</summary>
    public bool LogsFailures { get; set; } = true;

    /// <summary>The circuit breakers of the service and of its APIs.</summary>
    public IReadOnlyCollection<Circuit> Circuits => _circuits.All;

    /// <summary>Everything that gives slots to calls of the service in this process; none where it runs elsewhere.</summary>
    public IEnumerable<CallSlots> Slots => _limits?.All ?? [];

    /// <summary>The slots in which sync bodies run on the thread pool of this process where nothing else is declared.</summary>
    public CallSlots? Pool => _limits?.Pool;

    /// <summary>The path for some callers.</summary>
    /// <param name="budget">The time that these give each call, or null; asked for again when options change.</param>
    /// <param name="entry">What their calls pass before all else, or null.</param>
    public StagedPath CreatePath(Func<TimeSpan?> budget, CallStage? entry = null)
    {
        lock (_gate)
        {
            var path = new StagedPath(Routes(budget(), entry));
            _paths.Add((path, budget, entry));
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
            foreach (var (path, budget, entry) in _paths)
                path.Use(Routes(budget(), entry));
        }
    }

    private CallRoute[] Routes(TimeSpan? budget, CallStage? entry) =>
        [.. Enumerable.Range(0, _definition.Apis.Count).Select(api => Route(api, budget, entry))];

    private CallRoute Route(int place, TimeSpan? budget, CallStage? entry)
    {
        var (api, options) = (_definition.Apis[place], Options.Apis[place]);
        return new()
        {
            Service = _definition,
            Api = api,
            Target = _target,
            Time = _time,
            Logger = _logger,
            LogsFailures = LogsFailures,
            Refusals = _refusals,
            Telemetry = _telemetry[place],
            MayRepeat = options.Resilience is { Retry: not null } or { Hedging: not null },
            RunsOnCallersThread = api.Kind is ApiKind.Sync or ApiKind.SyncStream && options.Resilience?.Hedging is null,
            Stages = [.. CallersStages(options, place, budget, entry), .. ServicesStages(options, place)],
        };
    }

    private IEnumerable<CallStage> CallersStages(ApiOptions options, int place, TimeSpan? budget, CallStage? entry)
    {
        if (entry is not null)
            yield return entry;
        yield return new DeadlineStage(options.Timeout < budget ? options.Timeout : budget ?? options.Timeout);
        if (options.Resilience is { } resilience)
        {
            yield return new AttemptStage(
                resilience, _circuits.Of(place), Repeatability.WhyNot(_definition.Apis[place]) is null, options.Transient);
        }
    }

    private IEnumerable<CallStage> ServicesStages(ApiOptions options, int place)
    {
        if (_admission is not null)
            yield return _admission;
        if (_filters[place] is not [] and var filters)
            yield return new FilterStage(filters);
        foreach (var limit in _limits?.Of(place) ?? [])
            yield return limit;
        if (_definition.Apis[place].Kind is ApiKind.Sync or ApiKind.Async && options.AttemptTimeout is { } attempt)
            yield return new AttemptTimeoutStage(attempt);
    }
}
