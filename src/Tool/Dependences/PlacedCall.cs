using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Pipeline.Analyzers.Dependence.Calls;
using Pipeline.Analyzers.Dependence.Tracing;
using Pipeline.Analyzers.Symbols;

namespace Pipeline.Tool.Dependences;

/// <summary>A call of a body with the place it has in it.</summary>
internal sealed class PlacedCall
{
    private readonly List<(IInvocationOperation Gather, IOperation Branch)> _branches = [];

    /// <param name="call">The call.</param>
    /// <param name="trace">The straight line it stands on; null where the body has no other call.</param>
    /// <param name="node">Its place on that line.</param>
    public PlacedCall(ServiceCall call, CallTrace? trace, CallNode? node)
    {
        (Call, Trace, Node) = (call, trace, node);
        IOperation inner = call.Invocation;
        for (var outer = inner.Parent; outer is not null; inner = outer, outer = outer.Parent)
        {
            if (outer is ILoopOperation)
                Repetition ??= "is in a loop";
            else if (outer is ILocalFunctionOperation)
                Repetition ??= "is in a local function, which may run any number of times";
            else if (outer is IAnonymousFunctionOperation lambda && GatherOf(lambda) is null)
                Repetition ??= "is in a lambda, which may run any number of times";
            else if (outer is IAnonymousFunctionOperation branch)
                _branches.Add((GatherOf(branch)!, branch));
        }
    }

    public ServiceCall Call { get; }

    public CallTrace? Trace { get; }

    public CallNode? Node { get; }

    /// <summary>Why it may run more than once for a run of the body; null where it cannot.</summary>
    public string? Repetition { get; }

    /// <summary>The outermost gather that runs it in a lambda; null where it is in none.</summary>
    public IInvocationOperation? Gather => _branches is [.., var outermost] ? outermost.Gather : null;

    /// <summary>Whether both are started by different arguments of one gather, so that they run together.</summary>
    public bool RunsBeside(PlacedCall other) => _branches.Any(one => other._branches.Any(
        another => one.Gather == another.Gather && one.Branch != another.Branch));

    /// <summary>The gather that runs the lambda once, as one of its arguments.</summary>
    private static IInvocationOperation? GatherOf(IOperation lambda)
    {
        var parent = lambda.Parent;
        while (parent is IDelegateCreationOperation or IConversionOperation or IArgumentOperation
            or IArrayInitializerOperation or IArrayCreationOperation or ICollectionExpressionOperation)
        {
            parent = parent.Parent;
        }

        return parent is IInvocationOperation gather && Joins.IsFailFast(gather.TargetMethod) ? gather : null;
    }
}
