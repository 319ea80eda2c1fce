using Microsoft.Extensions.DependencyInjection;
using Pipeline.Calls;
using Pipeline.Generated;

namespace Pipeline.Hosting;

/// <summary>Resolves what a service is made from in the container, the proxies of its dependencies included.</summary>
internal sealed class ContainerServiceResolver(IServiceProvider provider, PipelineRegistration registration, ServiceDefinition service, ServiceOptions options) : ServiceResolver
{
    public override TProxy GetProxy<TProxy>(string dependency)
    {
        var proxy = provider.GetRequiredService<TProxy>();
        var callee = service.Dependencies.First(to => to.Name == dependency).Service;

        // A fake that stands in for the service takes what time it likes.
        return options.DependencyTimeouts.TryGetValue(dependency, out var budget) && !registration.IsProvided(callee)
            ? (TProxy)provider.GetRequiredKeyedService<ServiceInstance>(callee.ServiceType).ProxyWithin(budget)
            : proxy;
    }

    public override T GetRequired<T>(string name, object? key = null) =>
        (T)(Get<T>(key) ?? throw new InvalidOperationException($"The container has no {TypeName.Of(typeof(T))} for {name}."));

    public override T GetOptional<T>(string name, T defaultValue, object? key = null) =>
        Get<T>(key) is T service ? service : defaultValue;

    private object? Get<T>(object? key) => key is null
        ? provider.GetService(typeof(T))
        : (provider as IKeyedServiceProvider)?.GetKeyedService(typeof(T), key);
}
