using System.ComponentModel;
using Pipeline.Transports;

namespace Pipeline.CompilerServices;

/// <summary>How the runtime makes, wraps, starts and stops an instance of a service, without knowing its type.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class ServiceActivation
{
    private protected ServiceActivation()
    {
    }

    /// <summary>What the container must provide besides proxies.</summary>
    public IReadOnlyList<ServiceRequirement> Requirements { get; init; } = [];

    /// <summary>
    /// The APIs as a transport sees them, in the order of <see cref="ServiceDefinition.Apis"/>; made when first asked for.
    /// </summary>
    public Func<IReadOnlyList<Endpoint>> Endpoints { get; init; } = static () => [];

    /// <summary>Makes a proxy whose calls go through a channel.</summary>
    public ServiceProxy CreateChannelProxy(ServiceChannel channel)
    {
        ArgumentNullException.ThrowIfNull(channel);
        var proxy = CreateProxyFor(service: null);
        proxy.Path = channel;
        return proxy;
    }

    internal abstract object CreateInstance(ServiceResolver resolver);

    /// <summary>Makes a proxy whose calls are bare.</summary>
    /// <param name="service">The instance to call; null for a proxy that gets a path before it is called.</param>
    internal abstract ServiceProxy CreateProxyFor(object? service);

    /// <summary>Makes a proxy whose calls are bare, except that they may open scopes of the container.</summary>
    internal ServiceProxy CreateProxyFor(object service, IServiceProvider container)
    {
        var proxy = CreateProxyFor(service);
        proxy.Container = container;
        return proxy;
    }

    internal abstract IEnumerable<BoundHook> StartupHooks(object service);

    internal abstract IEnumerable<BoundHook> ShutdownHooks(object service);
}
