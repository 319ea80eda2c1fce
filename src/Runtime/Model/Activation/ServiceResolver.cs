using System.ComponentModel;

namespace Pipeline.CompilerServices;

/// <summary>What a service is made from: the proxies of its dependencies and the container's services.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class ServiceResolver
{
    private protected ServiceResolver()
    {
    }

    /// <summary>The proxy of the dependency of that name.</summary>
    public abstract TProxy GetProxy<TProxy>(string dependency)
        where TProxy : ServiceProxy;

    /// <summary>The container's service of that type.</summary>
    public abstract T GetRequired<T>(string name, object? key = null);

    /// <summary>The container's service of that type, or the default where it has none.</summary>
    public abstract T GetOptional<T>(string name, T defaultValue, object? key = null);
}
