using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;

namespace Pipeline.Hosting;

/// <summary>Makes the one instance of each service of a container, after a check of the whole graph.</summary>
internal sealed class ServiceActivator
{
    private readonly IServiceProvider _provider;
    private readonly ConcurrentDictionary<(Type Service, int Thread), ServiceDefinition> _underway = new();

    public ServiceActivator(IServiceProvider provider)
    {
        _provider = provider;

        // Checks the graph, or fails: a proxy may be resolved long before the pipeline starts.
        _ = provider.GetRequiredService<ServiceGraph>();
    }

    /// <summary>Called by the container, once for each service.</summary>
    /// <exception cref="PipelineStartupException">The service's constructor or a property failed.</exception>
    public ServiceInstance Create(ServiceDefinition definition)
    {
        var key = (definition.ServiceType, Environment.CurrentManagedThreadId);
        if (!_underway.TryAdd(key, definition))
            throw ThroughContainer(definition);

        try
        {
            var service = definition.Activation.CreateInstance(new ContainerServiceResolver(_provider));
            return new ServiceInstance(definition, service, PipelineLog.In(_provider));
        }
        catch (Exception exception) when (exception is not PipelineStartupException)
        {
            throw new PipelineStartupException($"{definition} could not be created: {exception.Message}", exception);
        }
        finally
        {
            _underway.TryRemove(key, out _);
        }
    }

    // The graph has no circle, but a service of the container that takes a proxy can close one. Unnoticed, it would end in a
    // stack overflow, which no handler sees.
    private static PipelineStartupException ThroughContainer(ServiceDefinition definition) => new(
        [$"{definition} needs itself: a service of the container that it needs takes {TypeName.Of(definition.ProxyType)}."]);
}
