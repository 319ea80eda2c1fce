using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Pipeline.Calls;
using Pipeline.CompilerServices;

namespace Pipeline.Hosting;

/// <summary>The proxies of a container's services, wherever these run.</summary>
internal sealed class ServiceProxies(IServiceProvider provider)
{
    private readonly CheckedGraph _checked = provider.GetRequiredService<CheckedGraph>();
    private readonly DrainGate _gate = provider.GetRequiredService<DrainGate>();
    private readonly PipelineRegistration _registration = provider.GetRequiredService<PipelineRegistration>();
    private readonly TimeProvider _time = provider.GetService<TimeProvider>() ?? TimeProvider.System;

    // One for all callers of a service: they share its circuit breakers.
    private readonly ConcurrentDictionary<(Type Service, string Url), ServicePolicy> _remotePolicies = new();

    /// <summary>The proxy for everybody who asks the container.</summary>
    /// <exception cref="InvalidOperationException">The service runs elsewhere, and where is known only of those that depend on it.</exception>
    public ServiceProxy ForContainer(ServiceDefinition service)
    {
        var proxy = _checked.Remote.UrlOf(service) is { } url ? Remote(service, url, budget: null) : InstanceHere(service).Proxy;
        return _gate.IsUsed && service.Activation.CreateChannelProxy is { } create
            ? create(new DrainingChannel(_gate, service, proxy))
            : proxy;
    }

    /// <summary>The proxy for a service that depends on another.</summary>
    public ServiceProxy ForDependency(ServiceDefinition dependent, string name)
    {
        var dependency = dependent.Dependencies.First(to => to.Name == name);

        // A fake that stands in for the service takes what time it likes, wherever the service would run.
        if (_registration.IsProvided(dependency.Service))
            return (ServiceProxy)provider.GetRequiredService(dependency.Service.ProxyType);

        TimeSpan? budget = _checked.Policies.Of(dependent).DependencyTimeouts.TryGetValue(name, out var time) ? time : null;
        return _checked.Remote.UrlOf(dependency) is { } url
            ? Remote(dependency.Service, url, budget)
            : Instance(dependency.Service).ProxyWithin(budget);
    }

    // One that is not of the graph would be made here, and never started.
    private ServiceInstance InstanceHere(ServiceDefinition service)
    {
        if (_checked.Graph.Services.Any(here => here.ServiceType == service.ServiceType))
            return Instance(service);

        throw new InvalidOperationException(
            $"{service} does not run here: configure Pipeline:Services:{service}:Url to reach it, or make it a root to run it in this process.");
    }

    private ServiceInstance Instance(ServiceDefinition service) =>
        provider.GetRequiredKeyedService<ServiceInstance>(service.ServiceType);

    private ServiceProxy Remote(ServiceDefinition service, string url, TimeSpan? budget)
    {
        var policy = _remotePolicies.GetOrAdd(
            (service.ServiceType, url), _ => new(service, _checked.Policies.Of(service), _time, CallLog.In(provider)));
        return service.Activation.CreateChannelProxy!(new PolicyChannel(_checked.Remote.Channel(service, url), policy, budget));
    }
}
