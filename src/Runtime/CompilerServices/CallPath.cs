using System.ComponentModel;
using Pipeline.Transports;

namespace Pipeline.CompilerServices;

/// <summary>Where a proxy's calls go that are not bare.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class CallPath
{
    /// <summary>The path of the proxy's calls; null while they are bare.</summary>
    public static ServiceChannel? Of(ServiceProxy proxy)
    {
        ArgumentNullException.ThrowIfNull(proxy);
        return proxy.Path;
    }

    /// <summary>The path of the view's calls; null while they are bare.</summary>
    public static ServiceChannel? Of(ServiceProxyView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        return view.Proxy?.Path;
    }
}
