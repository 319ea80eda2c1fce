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

    /// <summary>The APIs as a channel sees them, in the order of <see cref="ServiceDefinition.Apis"/>; made when first asked for.</summary>
    public Func<IReadOnlyList<Endpoint>> Endpoints { get; init; } = static () => [];

    /// <summary>Makes the proxy that calls the service through a channel; null where there is only the bare one.</summary>
    public Func<ServiceChannel, ServiceProxy>? CreateChannelProxy { get; init; }

    internal abstract object CreateInstance(ServiceResolver resolver);

    internal abstract ServiceProxy CreateLocalProxy(object service);

    internal abstract IEnumerable<BoundHook> StartupHooks(object service);

    internal abstract IEnumerable<BoundHook> ShutdownHooks(object service);
}
