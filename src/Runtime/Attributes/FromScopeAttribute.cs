namespace Pipeline;

/// <summary>
/// Fills a parameter of an API from a scope of the container that each execution of the API opens for itself. The parameter is no
/// part of the proxy's signature.
/// </summary>
/// <remarks>
/// Services are singletons, so what must not be shared by calls that run in parallel (a <c>DbContext</c>, say) is asked for by call.
/// The scope is disposed of when the body, or the stream it returns, has ended; on the sync view, services that are disposed of
/// asynchronously are waited for.
/// </remarks>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class FromScopeAttribute : Attribute;
