using System.Diagnostics.Metrics;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Pipeline.Calls;
using Pipeline.CompilerServices;

namespace Pipeline.Hosting;

/// <summary>
/// What one service collection was told to run: the roots added to it, whose graphs become one, and their options in code.
/// </summary>
internal sealed class PipelineRegistration
{
    private readonly IServiceCollection _services;
    private readonly List<ServiceDefinition> _roots = [];
    private readonly HashSet<ServiceDescriptor> _proxies = [];

    private PipelineRegistration(IServiceCollection services) => _services = services;

    public IReadOnlyList<ServiceDefinition> Roots => _roots;

    /// <summary>What code sets, by configuration's keys.</summary>
    public Dictionary<string, string?> Settings { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The configuration given with a root, the last one counting; null for the container's own.</summary>
    public IConfiguration? Configuration { get; set; }

    /// <summary>The collection's registration, created when it has none.</summary>
    public static PipelineRegistration In(IServiceCollection services)
    {
        var known = services.Select(static service => service.IsKeyedService ? null : service.ImplementationInstance);
        if (known.OfType<PipelineRegistration>().SingleOrDefault() is { } registration)
            return registration;

        registration = new PipelineRegistration(services);
        services.AddLogging();
        services.AddSingleton(registration);
        services.AddSingleton(static provider => new PipelineConfiguration(provider));
        services.AddSingleton(static provider => new ReplacedProxies(provider));
        services.AddSingleton(StartupCheck.Run);
        services.AddSingleton(static provider => new DrainGate(
            provider.GetRequiredService<CheckedGraph>().Drain,
            provider.GetService<TimeProvider>() ?? TimeProvider.System,
            PipelineLog.In(provider)));
        services.AddSingleton(static provider => new LocalServices(provider));
        services.AddSingleton(static provider => new PipelineReload(provider));
        services.AddSingleton(static provider => new ServiceProxies(provider));
        services.AddSingleton(static provider => new PipelineLifetime(provider));
        services.AddSingleton(static provider => new PipelineEnd(provider.GetRequiredService<PipelineLifetime>()));
        services.AddSingleton(static _ => new PipelineReadiness());
        services.AddSingleton(static _ => new ServiceCircuits());
        services.AddSingleton(static provider => new ServiceGauges(provider.GetService<IMeterFactory>()));
        services.AddSingleton(static provider => new PipelineServices(provider));
        services.AddSingleton(static provider => new PipelineHealthCheck(
            provider.GetRequiredService<PipelineRegistration>(),
            provider.GetRequiredService<PipelineReadiness>(),
            provider.GetRequiredService<RemoteReadiness>()));
        services.AddSingleton(static provider => new RemoteReadiness(
            () => provider.GetRequiredService<CheckedGraph>().Remote.Required, provider.GetService<TimeProvider>() ?? TimeProvider.System));
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
            if (_services.Any(known => known.ServiceType == service.ProxyType && !known.IsKeyedService))
                continue;

            var proxy = ServiceDescriptor.Singleton(
                service.ProxyType, provider => provider.GetRequiredService<ServiceProxies>().ForContainer(service));
            _proxies.Add(proxy);
            _services.Add(proxy);
        }
    }

    /// <summary>Whose the proxy is that the container gives out for a service.</summary>
    public ProxySource SourceOf(ServiceDefinition service)
    {
        if (Find(service.ProxyType, key: null) is not { } proxy || _proxies.Contains(proxy))
            return ProxySource.Pipeline;

        // What was put in the place of ours may be a fake, or a decorator that asks for what it replaced.
        var ours = _proxies.FirstOrDefault(known => known.ServiceType == service.ProxyType);
        return ours is null || _services.Contains(ours) ? ProxySource.Application : ProxySource.Replaced;
    }

    /// <summary>Whether the container creates the class itself, beside the pipeline.</summary>
    public bool IsRegistered(Type serviceType) => Find(serviceType, key: null) is not null;

    /// <summary>Whether what a service needs is scoped, or holds something that is.</summary>
    public bool IsScoped(ServiceRequirement requirement) =>
        Registrations(requirement.Type, requirement.Key).Any(static service => service.Lifetime is ServiceLifetime.Scoped);

    /// <summary>
    /// What the container resolves a type from: the last registration, the exact one before an open generic; all for a sequence.
    /// </summary>
    private IEnumerable<ServiceDescriptor> Registrations(Type type, object? key)
    {
        if (type.IsConstructedGenericType && type.GetGenericTypeDefinition() == typeof(IEnumerable<>))
        {
            var item = type.GenericTypeArguments[0];
            return _services.Where(service => IsOf(service, item, key) || IsOpen(service, item, key));
        }

        var found = Find(type, key) ?? FindOpen(type, key);
        if (found is null && key is not null)
            found = Find(type, KeyedService.AnyKey) ?? FindOpen(type, KeyedService.AnyKey);
        return found is null ? [] : [found];
    }

    private ServiceDescriptor? Find(Type type, object? key) => _services.LastOrDefault(service => IsOf(service, type, key));

    private ServiceDescriptor? FindOpen(Type type, object? key) => _services.LastOrDefault(service => IsOpen(service, type, key));

    private static bool IsOf(ServiceDescriptor service, Type type, object? key) =>
        service.ServiceType == type && Equals(service.ServiceKey, key);

    private static bool IsOpen(ServiceDescriptor service, Type type, object? key) =>
        type.IsConstructedGenericType && IsOf(service, type.GetGenericTypeDefinition(), key);
}
