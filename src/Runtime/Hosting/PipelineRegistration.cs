using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Pipeline.CompilerServices;

namespace Pipeline.Hosting;

/// <summary>What one container was told to run: the roots added to it, whose graphs become one.</summary>
internal sealed class PipelineRegistration
{
    private readonly IServiceCollection _services;
    private readonly List<ServiceDefinition> _roots = [];
    private readonly HashSet<ServiceDescriptor> _proxies = [];

    private PipelineRegistration(IServiceCollection services) => _services = services;

    public IReadOnlyList<ServiceDefinition> Roots => _roots;

    /// <summary>The configuration given with a root, the last one counting; null for the container's own.</summary>
    public IConfiguration? Configuration { get; set; }

    /// <summary>The container's registration, made when it has none.</summary>
    public static PipelineRegistration In(IServiceCollection services)
    {
        var known = services.Select(static service => service.IsKeyedService ? null : service.ImplementationInstance);
        if (known.OfType<PipelineRegistration>().SingleOrDefault() is { } registration)
            return registration;

        registration = new PipelineRegistration(services);
        services.AddLogging();
        services.AddSingleton(registration);
        services.AddSingleton(StartupCheck.Run);
        services.AddSingleton(static provider => new DrainGate(
            provider.GetRequiredService<CheckedGraph>().DrainTimeout,
            provider.GetService<TimeProvider>() ?? TimeProvider.System,
            PipelineLog.In(provider)));
        services.AddSingleton(static provider => new ServiceActivator(provider));
        services.AddSingleton(static provider => new ServiceProxies(provider));
        services.AddSingleton(static provider => new PipelineLifetime(provider));
        services.AddSingleton(new PipelineReadiness());
        services.AddSingleton(static provider => new PipelineHealthCheck(
            provider.GetRequiredService<PipelineRegistration>(), provider.GetRequiredService<PipelineReadiness>()));
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IHostedService, PipelineHostedService>());
        return registration;
    }

    public void Add(ServiceDefinition root)
    {
        if (_roots.Exists(known => known.ServiceType == root.ServiceType))
            return;

        _roots.Add(root);
        foreach (var service in root.DescendantsAndSelf())
        {
            _services.TryAddKeyedSingleton(
                service.ServiceType, (provider, _) => provider.GetRequiredService<ServiceActivator>().Create(service));
            if (_services.Any(known => known.ServiceType == service.ProxyType && !known.IsKeyedService))
                continue;

            var proxy = ServiceDescriptor.Singleton(
                service.ProxyType, provider => provider.GetRequiredService<ServiceProxies>().ForContainer(service));
            _proxies.Add(proxy);
            _services.Add(proxy);
        }
    }

    /// <summary>Whether the container gives out another proxy than ours for a service: a fake, say.</summary>
    public bool IsProvided(ServiceDefinition service) =>
        Find(service.ProxyType, key: null) is { } proxy && !_proxies.Contains(proxy);

    public bool IsScoped(ServiceRequirement requirement) =>
        (Find(requirement.Type, requirement.Key) ?? FindOpen(requirement)) is { Lifetime: ServiceLifetime.Scoped };

    private ServiceDescriptor? FindOpen(ServiceRequirement requirement) =>
        requirement.Type.IsConstructedGenericType
            ? Find(requirement.Type.GetGenericTypeDefinition(), requirement.Key)
            : null;

    private ServiceDescriptor? Find(Type type, object? key) =>
        _services.LastOrDefault(service => service.ServiceType == type && Equals(service.ServiceKey, key));
}
