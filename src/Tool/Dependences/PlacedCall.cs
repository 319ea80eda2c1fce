using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Pipeline.Analyzers.Dependence.Calls;
using Pipeline.Analyzers.Dependence.Tracing;
using Pipeline.Analyzers.Symbols;

namespace Pipeline.Tool.Dependences;

/// <summary>A call of a service with the place it has in its piece of code.</summary>
internal sealed class PlacedCall : CallSite
{
    /// <param name="call">The call.</param>
    /// <param name="trace">The straight line it stands on; null where the body has no other call.</param>
    /// <param name="node">Its place on that line.</param>
    public PlacedCall(ServiceCall call, CallTrace? trace, CallNode? node)
        : base(call.Invocation)
    {
        (Name, Method) = (call.Name, call.Invocation.TargetMethod);
        (Trace, Node) = (trace, node);
    }

    /// <param name="method">A method of a proxy that is passed on as a delegate.</param>
    public PlacedCall(IMethodReferenceOperation method)
        : base(method) => (Name, Method) = ($"{ServiceApi.ServiceOf(method.Method)!.Name}.{method.Method.Name}", method.Method);

    /// <summary>What the developer calls it.</summary>
    public string Name { get; }

    /// <summary>The proxy's method.</summary>
    public IMethodSymbol Method { get; }

    public CallTrace? Trace { get; }

    public CallNode? Node { get; }
}

/// <summary>The one call of a method or local function that calls services itself, or a delegate made of it.</summary>
/// <param name="name">The name of the method.</param>
/// <param name="site">The call.</param>
/// <param name="region">What it runs.</param>
internal sealed class HelperCall(string name, IOperation site, CallRegion region) : CallSite(site)
{
    public string Name { get; } = name;

    public CallRegion Region { get; } = region;
}
