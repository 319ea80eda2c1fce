using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Pipeline.Analyzers.Symbols;

namespace Pipeline.Analyzers.Rules.Parallelism.Started;

/// <summary>How a local that holds a task is used in the member around it.</summary>
/// <param name="IsRead">Whether anything at all looks at it.</param>
/// <param name="IsCaptured">Whether a lambda or local function can look at it at any time.</param>
internal readonly record struct LocalUses(bool IsRead, bool IsCaptured)
{
    public static LocalUses Of(ILocalSymbol local, IOperation call)
    {
        var function = EnclosingFunction.BodyAround(call);
        bool isRead = false;
        bool isCaptured = false;
        foreach (var reference in Root(call).Descendants().OfType<ILocalReferenceOperation>())
        {
            if (!SymbolEqualityComparer.Default.Equals(reference.Local, local) || !IsRealRead(reference))
                continue;
            isRead = true;
            isCaptured |= EnclosingFunction.BodyAround(reference) != function;
        }

        return new(isRead, isCaptured);
    }

    /// <summary>Whether the reference looks at the variable, rather than only putting something else into it.</summary>
    public static bool IsRealRead(ILocalReferenceOperation reference) =>
        reference.Parent is not INameOfOperation
        && !(reference.Parent is ISimpleAssignmentOperation { IsRef: false } assignment && assignment.Target == reference);

    private static IOperation Root(IOperation operation)
    {
        while (operation.Parent is { } parent)
            operation = parent;
        return operation;
    }
}
