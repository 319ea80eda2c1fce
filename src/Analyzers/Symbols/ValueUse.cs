using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Pipeline.Contract;

namespace Pipeline.Analyzers.Symbols;

/// <summary>Whether anyone looks at what a call returns.</summary>
internal static class ValueUse
{
    /// <summary>A task that is handed from one local to the next this often may be in a cycle.</summary>
    private const int MaxLocals = 3;

    /// <summary>Whether the call gives a value at all: not <c>void</c>, and not a task without one.</summary>
    public static bool ReturnsValue(this IMethodSymbol method) => !method.ReturnsVoid && !method.ReturnType.IsTaskWithoutResult();

    /// <summary>
    /// Whether the value is dropped where it arrives: as a statement, by <c>_ =</c>, in a gather that is, or wherever a local
    /// that holds the task is awaited.
    /// </summary>
    public static bool IsValueDiscarded(this IOperation call) => IsDropped(call, MaxLocals);

    private static bool IsDropped(IOperation value, int localsToFollow)
    {
        while (value.Parent is { } parent)
        {
            switch (parent)
            {
                case ISimpleAssignmentOperation
                {
                    Target: ILocalReferenceOperation { Local: var local },
                    Parent: IExpressionStatementOperation
                } when local.Type.IsTask():
                    return localsToFollow > 0 && ReadsOf(local, parent).All(read => IsDropped(read, localsToFollow - 1));
                case IExpressionStatementOperation:
                case ISimpleAssignmentOperation { Target: IDiscardOperation }:
                    return true;
                case IAwaitOperation or IConversionOperation or IParenthesizedOperation:
                case IArrayInitializerOperation or IArrayCreationOperation or ICollectionExpressionOperation:
                case IInvocationOperation { TargetMethod.Name: "ConfigureAwait" or "AsTask" }:
                case IArgumentOperation { Parent: IInvocationOperation gather } when Joins.TakesTasks(gather.TargetMethod):
                    value = parent is IArgumentOperation ? parent.Parent! : parent;
                    break;
                case IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol: var local } } when local.Type.IsTask():
                    return localsToFollow > 0 && ReadsOf(local, parent).All(read => IsDropped(read, localsToFollow - 1));
                default:
                    return false;
            }
        }

        return false;
    }

    private static IEnumerable<IOperation> ReadsOf(ILocalSymbol local, IOperation near)
    {
        while (near.Parent is { } parent)
            near = parent;
        return near.Descendants().OfType<ILocalReferenceOperation>()
            .Where(reference => SymbolEqualityComparer.Default.Equals(reference.Local, local) && !IsTarget(reference));
    }

    private static bool IsTarget(IOperation reference) =>
        reference.Parent is ISimpleAssignmentOperation assignment && assignment.Target == reference;
}
