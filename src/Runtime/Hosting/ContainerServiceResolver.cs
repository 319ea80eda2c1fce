using Microsoft.Extensions.DependencyInjection;
using Pipeline.CompilerServices;

namespace Pipeline.Hosting;

/// <summary>Resolves what a service is made from in the container, the proxies of its dependencies included.</summary>
internal sealed class ContainerServiceResolver(IServiceProvider provider, ServiceDefinition service) : ServiceResolver
{
    public override TProxy GetProxy<TProxy>(string dependency) =>
        (TProxy)provider.GetRequiredService<ServiceProxies>().ForDependency(service, dependency);

    public override T GetRequired<T>(string name, object? key = null) =>
        (T)(Get<T>(key) ?? throw new InvalidOperationException($"The container has no {TypeName.Of(typeof(T))} for {name}."));

    public override T GetOptional<T>(string name, T defaultValue, object? key = null) =>
        Get<T>(key) is T service ? service : defaultValue;

    private object? Get<T>(object? key) => key is null
        ? provider.GetService(typeof(T))
        : (provider as IKeyedServiceProvider)?.GetKeyedService(typeof(T), key);
}
