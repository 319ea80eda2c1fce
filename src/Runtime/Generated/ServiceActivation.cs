using System.ComponentModel;

namespace Pipeline.Generated;

/// <summary>How the runtime makes, wraps, starts and stops an instance of a service, without knowing its type.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class ServiceActivation
{
    private protected ServiceActivation()
    {
    }

    /// <summary>What the container must provide besides proxies.</summary>
    public IReadOnlyList<ServiceRequirement> Requirements { get; init; } = [];

    internal abstract object CreateInstance(ServiceResolver resolver);

    internal abstract ServiceProxy CreateLocalProxy(object service);

    internal abstract IEnumerable<(string Name, Func<CancellationToken, Task> Run)> StartupHooks(object service);

    internal abstract IEnumerable<(string Name, Func<CancellationToken, Task> Run)> ShutdownHooks(object service);
}
