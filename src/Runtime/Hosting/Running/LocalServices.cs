using Microsoft.Extensions.DependencyInjection;
using Pipeline.Calls;

namespace Pipeline.Hosting;

/// <summary>The services that a container runs in this process.</summary>
internal sealed class LocalServices
{
    private readonly Dictionary<Type, LocalService> _services = [];

    public LocalServices(IServiceProvider provider)
    {
        var graph = provider.GetRequiredService<CheckedGraph>();
        var time = provider.GetService<TimeProvider>() ?? TimeProvider.System;
        var logger = PipelineLog.In(provider);
        foreach (var service in graph.Graph.Services)
        {
            var options = graph.Policies.Of(service);
            var resolver = new ContainerServiceResolver(provider, service);
            _services.Add(service.ServiceType, new(
                service,
                options,
                graph.Policies.AreWrapped(service),
                (target, admission) => ServiceProxies.CreateCalls(provider, service, options, target, admission),
                () => service.Activation.CreateInstance(resolver),
                provider,
                time,
                logger));
        }

        All = [.. graph.Graph.Services.Select(service => _services[service.ServiceType])];
    }

    /// <summary>The services, dependencies first.</summary>
    public IReadOnlyList<LocalService> All { get; }

    /// <summary>The service, or null where it does not run here.</summary>
    public LocalService? Find(ServiceDefinition service) => _services.GetValueOrDefault(service.ServiceType);
}
