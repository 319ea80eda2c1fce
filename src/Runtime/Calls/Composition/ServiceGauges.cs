using System.Collections.Concurrent;
using System.Diagnostics.Metrics;

namespace Pipeline.Calls;

/// <summary>
/// What is read of the services of one container when a listener asks: their queues, slots and circuits. Costs calls nothing. Thread-safe.
/// </summary>
internal sealed class ServiceGauges : IDisposable
{
    private readonly ConcurrentBag<ServiceCalls> _services = [];
    private readonly Meter _meter;

    /// <param name="meters">What meters of the container come from; null for a meter of its own.</param>
    public ServiceGauges(IMeterFactory? meters)
    {
        _meter = meters?.Create(PipelineTelemetry.MeterName, CallTelemetry.Version)
            ?? new(PipelineTelemetry.MeterName, CallTelemetry.Version);
        _meter.CreateObservableUpDownCounter(
            "pipeline.queue.length", () => OfSlots(static slots => slots.Load.Waiting), "{call}", "The calls that wait for a slot.");
        _meter.CreateObservableUpDownCounter(
            "pipeline.slots.used", () => OfSlots(static slots => slots.Load.Running), "{slot}", "The slots that calls hold.");
        _meter.CreateObservableUpDownCounter(
            "pipeline.slots.limit", () => OfSlots(static slots => slots.Total), "{slot}", "The slots that there are.");
        _meter.CreateObservableUpDownCounter(
            "pipeline.circuit.state", OfCircuits, "{circuit}", "1 for the state that a circuit breaker is in, 0 for the others.");
    }

    /// <summary>Reads a service from now on.</summary>
    public void Add(ServiceCalls service) => _services.Add(service);

    /// <summary>The slots that there are, by the names that metrics have for them.</summary>
    public IReadOnlyDictionary<string, int> Limits() => _services.SelectMany(static service => service.Slots)
        .GroupBy(static slots => slots.Name).ToDictionary(static slots => slots.Key, static slots => slots.First().Total);

    /// <inheritdoc/>
    public void Dispose() => _meter.Dispose();

    private IEnumerable<Measurement<int>> OfSlots(Func<CallSlots, int> read) =>
        from service in _services
        from slots in service.Slots
        select new Measurement<int>(read(slots), new("pipeline.service", service.Service.Name), new("pipeline.slots", slots.Name));

    private IEnumerable<Measurement<int>> OfCircuits() =>
        from service in _services
        from circuit in service.Circuits
        let current = circuit.State
        from state in Enum.GetValues<CircuitState>()
        select new Measurement<int>(
            state == current ? 1 : 0,
            new("pipeline.service", service.Service.Name),
            new("pipeline.circuit", circuit.ToString()),
            new("pipeline.circuit.state", NameOf(state)));

    private static string NameOf(CircuitState state) => state switch
    {
        CircuitState.Open => "open",
        CircuitState.HalfOpen => "half_open",
        CircuitState.Isolated => "isolated",
        _ => "closed",
    };
}
