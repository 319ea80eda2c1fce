using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Pipeline.Calls;
using Pipeline.CompilerServices;

namespace Pipeline.Hosting;

/// <summary>Makes the instances of each service of a container, after a check of the whole graph.</summary>
internal sealed class ServiceActivator
{
    private readonly IServiceProvider _provider;
    private readonly CallPolicies _policies;
    private readonly TimeProvider _time;
    private readonly ConcurrentDictionary<(Type Service, int Thread), ServiceDefinition> _underway = new();

    public ServiceActivator(IServiceProvider provider)
    {
        _provider = provider;

        // Checks the graph, or fails: a proxy may be resolved long before the pipeline starts.
        _policies = provider.GetRequiredService<CheckedGraph>().Policies;
        _time = provider.GetService<TimeProvider>() ?? TimeProvider.System;
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
            var options = _policies.Of(definition);
            var resolver = new ContainerServiceResolver(_provider, definition);
            object[] services = [.. Enumerable.Range(0, options.Instances).Select(_ => definition.Activation.CreateInstance(resolver))];
            return new ServiceInstance(
                definition, services, Policy(definition), new(definition, options, _time), PipelineLog.In(_provider));
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

    /// <summary>What holds for calls to the service, or null where they are bare.</summary>
    private ServicePolicy? Policy(ServiceDefinition definition) => _policies.AreWrapped(definition)
        ? new(definition, _policies.Of(definition), _time, CallLog.In(_provider))
        : null;

    // The graph has no circle, but a service of the container that takes a proxy can close one. Unnoticed, it would end in a
    // stack overflow, which no handler sees.
    private static PipelineStartupException ThroughContainer(ServiceDefinition definition) => new(
        [$"{definition} needs itself: a service of the container that it needs takes {TypeName.Of(definition.ProxyType)}."]);
}
