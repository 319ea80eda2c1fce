using System.ComponentModel;

namespace Pipeline.Generated;

/// <summary>The base of every generated proxy. A dependent holds a proxy, a test may subclass it.</summary>
/// <remarks>It declares no public member, so that an API may have any name.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class ServiceProxy
{
}
