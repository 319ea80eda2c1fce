using Microsoft.Extensions.Logging;
using Pipeline.Transports;

namespace Pipeline.Calls;

/// <summary>What holds for every call of one service, however it is reached.</summary>
internal sealed class ServicePolicy
{
    private readonly ServiceDefinition _definition;
    private readonly ApiResilience?[] _resilience;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;

    /// <param name="definition">The service.</param>
    /// <param name="options">What is declared and configured.</param>
    /// <param name="time">The clock of the deadlines and of the pauses between attempts.</param>
    /// <param name="logger">Where failures are written.</param>
    public ServicePolicy(ServiceDefinition definition, ServiceOptions options, TimeProvider time, ILogger logger)
    {
        _definition = definition;
        Options = options;
        _time = time;
        _logger = logger;
        var circuits = CreateCircuits();
        Circuits = circuits.Values;
        _resilience =
        [
            .. options.Apis.Select(api => api.Resilience is { } resilience
                ? new ApiResilience(resilience, circuits.GetValueOrDefault(resilience), time)
                : null),
        ];
    }

    public ServiceOptions Options { get; }

    /// <summary>The circuit breakers of the service and of its APIs.</summary>
    public IReadOnlyCollection<Circuit> Circuits { get; }

    public ApiKind KindOf(Endpoint endpoint) => _definition.Apis[endpoint.Api].Kind;

    /// <summary>What repeats and breaks calls of the API, or null where nothing does.</summary>
    public ApiResilience? ResilienceOf(Endpoint endpoint) => _resilience[endpoint.Api];

    /// <summary>Begins a call from the current one.</summary>
    /// <param name="endpoint">The API.</param>
    /// <param name="budget">The time the caller gives, or null.</param>
    /// <param name="cancellationToken">The caller's.</param>
    public RunningCall Begin(Endpoint endpoint, TimeSpan? budget, CancellationToken cancellationToken)
    {
        var own = Options.Apis[endpoint.Api].Timeout;
        return new(
            _definition.Name, _definition.Apis[endpoint.Api].Name, own < budget ? own : budget ?? own, _time, _logger, cancellationToken);
    }

    // APIs that share the service's options share its circuit.
    private Dictionary<ResilienceOptions, Circuit> CreateCircuits()
    {
        var circuits = new Dictionary<ResilienceOptions, Circuit>();
        foreach (var users in _definition.Apis.Zip(Options.Apis).GroupBy(static api => api.Second.Resilience))
        {
            if (users.Key is not { CircuitBreaker: { } breaker } resilience)
                continue;

            var calls = users.Count() == _definition.Apis.Count
                ? _definition.Name
                : string.Join(", ", users.Select(api => $"{_definition.Name}.{api.First.Name}"));
            circuits.Add(resilience, new(_definition.Name, calls, breaker, _time, _logger));
        }

        return circuits;
    }
}
