using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Pipeline.Shared.Effects;

/// <summary>Whether anyone looks at what a call returns.</summary>
internal static class ValueUse
{
    /// <summary>Whether the call gives a value at all: not <c>void</c>, and not a task without one.</summary>
    public static bool ReturnsValue(this IMethodSymbol method) => method.ReturnType switch
    {
        { SpecialType: SpecialType.System_Void } => false,
        INamedTypeSymbol { Name: "Task" or "ValueTask", Arity: 0, ContainingNamespace.Name: "Tasks" } => false,
        _ => true,
    };

    /// <summary>Whether the value is dropped where it arrives: as a statement, by <c>_ =</c>, or in a gather that is.</summary>
    public static bool IsValueDiscarded(this IOperation call)
    {
        var value = call;
        while (value.Parent is { } parent)
        {
            switch (parent)
            {
                case IExpressionStatementOperation:
                case ISimpleAssignmentOperation { Target: IDiscardOperation }:
                    return true;
                case IAwaitOperation or IConversionOperation or IParenthesizedOperation:
                case IArrayInitializerOperation or IArrayCreationOperation or ICollectionExpressionOperation:
                case IInvocationOperation { TargetMethod.Name: "ConfigureAwait" or "AsTask" }:
                case IArgumentOperation { Parent: IInvocationOperation gather } when IsGather(gather.TargetMethod):
                    value = parent is IArgumentOperation ? parent.Parent! : parent;
                    break;
                default:
                    return false;
            }
        }

        return false;
    }

    private static bool IsGather(IMethodSymbol method) =>
        (method.Name is "WhenAll" && method.ContainingType is { Name: "Task", ContainingNamespace.Name: "Tasks" })
        || method.ContainingType.HasFullName(WellKnownNames.Gather);
}
