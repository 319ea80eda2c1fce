using System.ComponentModel;
using System.Runtime.CompilerServices;
using Pipeline.Calls;
using Pipeline.Transports;

namespace Pipeline.CompilerServices;

/// <summary>Where a proxy's calls go that are not bare.</summary>
/// <remarks>Inlined into every proxy: a bare call asks whether anything is wanted of it, and whether anybody listens.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class CallPath
{
    /// <summary>The path of the proxy's calls; null while they are bare.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ServiceChannel? Of(ServiceProxy proxy)
    {
        ArgumentNullException.ThrowIfNull(proxy);
        return proxy.Path ?? (CallTelemetry.IsObserved ? proxy.ObservedPath : null);
    }

    /// <summary>The path of the view's calls; null while they are bare.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ServiceChannel? Of(ServiceProxyView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        return view.Proxy is { } proxy ? Of(proxy) : null;
    }
}
