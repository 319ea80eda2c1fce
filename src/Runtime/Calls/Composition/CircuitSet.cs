using Microsoft.Extensions.Logging;

namespace Pipeline.Calls;

/// <summary>
/// The circuit breakers of a service: one for all APIs that share its options, and one for each set of options of their own.
/// </summary>
internal sealed class CircuitSet(ServiceDefinition definition, TimeProvider time, ILogger logger)
{
    private readonly Dictionary<string, Circuit> _circuits = [];
    private readonly Circuit?[] _ofApis = new Circuit?[definition.Apis.Count];

    public IReadOnlyCollection<Circuit> All => [.. _ofApis.OfType<Circuit>().Distinct()];

    public Circuit? Of(int api) => _ofApis[api];

    /// <summary>Changes the options; circuits of the same APIs keep their state.</summary>
    public void Apply(ServiceOptions options)
    {
        Array.Clear(_ofApis);
        var apis = Enumerable.Range(0, _ofApis.Length);
        foreach (var users in apis.GroupBy(
            api => (object?)options.Apis[api].Resilience?.CircuitBreaker, ReferenceEqualityComparer.Instance))
        {
            if (users.Key is not CircuitBreakerOptions breaker)
                continue;

            var calls = users.Count() == _ofApis.Length
                ? definition.Name
                : string.Join(", ", users.Select(api => $"{definition.Name}.{definition.Apis[api].Name}"));
            if (!_circuits.TryGetValue(calls, out var circuit))
                _circuits.Add(calls, circuit = new(definition.Name, calls, breaker, time, logger));
            circuit.Options = breaker;
            foreach (var api in users)
                _ofApis[api] = circuit;
        }
    }
}
