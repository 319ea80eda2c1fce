using System.ComponentModel;

namespace Pipeline.CompilerServices;

/// <summary>
/// How generated proxies start, await, block on and stream a call. One static method per shape of call, so that a proxy
/// declares no member an API could collide with.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static partial class ProxyCall
{
}
