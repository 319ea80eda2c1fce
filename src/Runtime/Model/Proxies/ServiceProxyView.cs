using System.ComponentModel;

namespace Pipeline.CompilerServices;

/// <summary>
/// The base of every generated async view. A fake or a decorator that takes the async side over passes its own to the proxy.
/// </summary>
/// <remarks>It declares no public member, so that an API may have any name.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class ServiceProxyView
{
    private ServiceProxy? _proxy;

    /// <summary>The proxy the view was first passed to, whose sync members run for those the view does not override.</summary>
    internal ServiceProxy? Proxy => _proxy;

    internal void BelongTo(ServiceProxy proxy) => Interlocked.CompareExchange(ref _proxy, proxy, null);
}
