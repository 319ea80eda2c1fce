using System.Collections.Concurrent;
using Pipeline.Calls;
using Pipeline.CompilerServices;

namespace Pipeline;

/// <summary>
/// The circuit breakers of a pipeline, to be opened and closed by hand: a singleton of the container. Thread-safe.
/// </summary>
public sealed class ServiceCircuits
{
    private readonly ConcurrentBag<Func<IEnumerable<Circuit>>> _circuits = [];

    internal ServiceCircuits()
    {
    }

    /// <summary>Opens the circuits of a service until <see cref="Close{TService}"/>: no call is made.</summary>
    /// <exception cref="InvalidOperationException">The service has no circuit breaker.</exception>
    public void Isolate<TService>()
        where TService : IService
    {
        foreach (var circuit in Of(TService.Definition))
            circuit.Isolate();
    }

    /// <summary>Closes the circuits of a service, and forgets its earlier failures.</summary>
    /// <exception cref="InvalidOperationException">The service has no circuit breaker.</exception>
    public void Close<TService>()
        where TService : IService
    {
        foreach (var circuit in Of(TService.Definition))
            circuit.Close();
    }

    /// <summary>Whether any circuit of a service is open: calls are refused.</summary>
    /// <exception cref="InvalidOperationException">The service has no circuit breaker.</exception>
    public bool IsOpen<TService>()
        where TService : IService =>
        Of(TService.Definition).Any(static circuit => circuit.IsOpen);

    /// <summary>Adds the circuits of a service, which may be others when options have changed.</summary>
    internal void Add(Func<IEnumerable<Circuit>> circuits) => _circuits.Add(circuits);

    private Circuit[] Of(ServiceDefinition service)
    {
        Circuit[] circuits = [.. _circuits.SelectMany(static circuits => circuits()).Where(circuit => circuit.Service == service.Name)];
        return circuits is not [] ? circuits : throw new InvalidOperationException(
            $"{service} has no circuit breaker: configure Pipeline:Services:{service}:Resilience:CircuitBreaker.");
    }
}
