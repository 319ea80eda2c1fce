using Pipeline.Analyzers.Dependence.Calls;
using Pipeline.Analyzers.Dependence.Tracing;

namespace Pipeline.Tool.Dependences;

/// <summary>A call of a service with the place it has in its piece of code.</summary>
/// <param name="call">The call.</param>
/// <param name="trace">The straight line it stands on; null where the body has no other call.</param>
/// <param name="node">Its place on that line.</param>
internal sealed class PlacedCall(ServiceCall call, CallTrace? trace, CallNode? node) : CallSite(call.Invocation)
{
    public ServiceCall Call { get; } = call;

    public CallTrace? Trace { get; } = trace;

    public CallNode? Node { get; } = node;
}

/// <summary>The one call of a method or local function that calls services itself.</summary>
/// <param name="name">The name of the method.</param>
/// <param name="site">The call.</param>
/// <param name="region">What it runs.</param>
internal sealed class HelperCall(
    string name, Microsoft.CodeAnalysis.Operations.IInvocationOperation site, CallRegion region) : CallSite(site)
{
    public string Name { get; } = name;

    public CallRegion Region { get; } = region;
}
