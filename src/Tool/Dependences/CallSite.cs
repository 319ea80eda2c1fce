using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Pipeline.Analyzers.Symbols;
using Pipeline.Contract;

namespace Pipeline.Tool.Dependences;

/// <summary>A place in a piece of code from which a service, or a method that calls services, is called.</summary>
internal abstract class CallSite
{
    // The outermost first.
    private readonly List<(IInvocationOperation Gather, IOperation Branch)> _branches = [];

    /// <param name="operation">The call, or the delegate that is made of the method.</param>
    protected CallSite(IOperation operation)
    {
        Operation = operation;
        if (operation is IMethodReferenceOperation)
            Repetition = "is passed on as a delegate";
        for (var outer = operation.Parent; outer is not (null or ILocalFunctionOperation); outer = outer.Parent)
        {
            if (outer is ILoopOperation)
                Repetition ??= "is in a loop";
            else if (outer is IAnonymousFunctionOperation lambda && GatherOf(lambda) is null)
                Repetition ??= "is in a lambda, which may run any number of times";
            else if (outer is IAnonymousFunctionOperation branch)
                _branches.Insert(0, (GatherOf(branch)!, branch));
        }
    }

    /// <summary>The call, or the delegate that is made of the method, to be called by others.</summary>
    public IOperation Operation { get; }

    /// <summary>Why it may run more than once for a run of the code around it; null where it cannot.</summary>
    public string? Repetition { get; }

    /// <summary>When it begins, among those of the same piece of code: after all that stand in its arguments.</summary>
    public int Begin => Operation.Syntax.Span.End;

    /// <summary>
    /// Where the code around it goes on once it has ended: behind its <c>await</c>, or that of the gather it is an argument of.
    /// <see cref="int.MaxValue"/> where the code hands it on to its own caller; null where it goes on beside it.
    /// </summary>
    public int? Over => Operation switch
    {
        IMethodReferenceOperation => null,
        _ when Operation.Type.IsTask() => AwaitOf(Operation),
        _ => Begin,
    };

    /// <summary>Whether both are started by different arguments of one gather, so that they run together.</summary>
    public bool RunsBeside(CallSite other) => _branches.Any(one => other._branches.Any(
        another => one.Gather == another.Gather && one.Branch != another.Branch));

    /// <summary>The outermost gather that runs this call in a lambda, and not the other; null where there is none.</summary>
    public IInvocationOperation? GatherApartFrom(CallSite other) => _branches.Except(other._branches).FirstOrDefault().Gather;

    private static int? AwaitOf(IOperation started)
    {
        for (IOperation inner = started, outer = inner.Parent!; outer is not null; inner = outer, outer = outer.Parent!)
        {
            switch (outer)
            {
                case IAwaitOperation:
                    return outer.Syntax.Span.End;
                case IReturnOperation:
                    return int.MaxValue;
                case IConversionOperation or IArgumentOperation or IArrayInitializerOperation or IArrayCreationOperation
                    or ICollectionExpressionOperation:
                case IInvocationOperation call when call.Instance == inner || Joins.TakesTasks(call.TargetMethod):
                    continue;
                default:
                    return null;
            }
        }

        return null;
    }

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
