using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Pipeline.Analyzers.Symbols;
using Pipeline.Contract;

namespace Pipeline.Analyzers.Rules.Graph.Timeouts;

/// <summary>
/// Goes through a body in the order it runs when nothing fails, as if each call took all the time declared for it and nothing else
/// took any. A call that may not be made takes none.
/// </summary>
internal sealed partial class Timeline
{
    private readonly Func<IInvocationOperation, TimeSpan?> _timeoutOf;
    private readonly BodyLocals _variables;
    private readonly Dictionary<ILocalSymbol, CallPath> _started = new(SymbolEqualityComparer.Default);
    private CallPath _now = CallPath.Empty;

    /// <summary>Whether a way out has been passed, so that what comes now may not run.</summary>
    private bool _mayHaveLeft;

    private Timeline(IOperation body, Func<IInvocationOperation, TimeSpan?> timeoutOf) =>
        (_timeoutOf, _variables, _functions) = (timeoutOf, new BodyLocals(body), LocalFunctionsOf(body));

    /// <summary>The calls that decide when the body has ended.</summary>
    /// <param name="body">A method's body.</param>
    /// <param name="timeoutOf">The time declared for a call, if any.</param>
    public static CallPath LongestPath(IOperation body, Func<IInvocationOperation, TimeSpan?> timeoutOf)
    {
        var timeline = new Timeline(body, timeoutOf);
        timeline.Run(body);
        return timeline._now;
    }

    /// <summary>Runs an operation; the path to the end of the task it gives, if it is one that is known.</summary>
    private CallPath? Run(IOperation? operation)
    {
        switch (operation)
        {
            case null or IAnonymousFunctionOperation or ILocalFunctionOperation or INameOfOperation
                or IInterpolatedStringHandlerCreationOperation:
                return null;
            case IInvocationOperation call:
                return RunCall(call);
            case IAwaitOperation await:
                return Wait(Run(await.Operation));
            case IPropertyReferenceOperation { Property: { Name: "Result", ContainingType: var type } } result when type.IsTask():
                return Wait(Run(result.Instance));
            case ILocalReferenceOperation { Local: var local }:
                return _started.TryGetValue(local, out var path) ? path : null;
            case IVariableDeclaratorOperation { Symbol: var local } declarator:
                return Start(local, Run(declarator.GetVariableInitializer()?.Value));
            case ISimpleAssignmentOperation { Target: ILocalReferenceOperation { Local: var local }, IsRef: false } assignment:
                return Start(local, Run(assignment.Value));
            case IConversionOperation { OperatorMethod: null } or IParenthesizedOperation or ISpreadOperation
                or IArrayCreationOperation or IArrayInitializerOperation or ICollectionExpressionOperation or IArgumentOperation:
                return RunParts(operation);
            default:
                if (!RunBranching(operation))
                    RunParts(operation);
                return null;
        }
    }

    private CallPath? RunParts(IOperation operation)
    {
        CallPath? last = null;
        foreach (var part in operation.ChildOperations)
            last = CallPath.Longer(last, Run(part));
        return last;
    }

    /// <summary>Keeps the task in the local, unless the local may hold another one later.</summary>
    private CallPath? Start(ILocalSymbol local, CallPath? task)
    {
        if (task is not null && _variables.ValuesOf(local).Count == 1)
            _started[local] = task;
        return task;
    }

    private CallPath? Wait(CallPath? task)
    {
        if (!_mayHaveLeft)
            _now = CallPath.Longer(_now, task)!;
        return null;
    }
}
