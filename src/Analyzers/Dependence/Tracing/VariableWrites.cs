using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Pipeline.Analyzers.Dependence.Tracing;

/// <summary>What is done to a variable where it is mentioned.</summary>
internal static class VariableWrites
{
    /// <summary>Whether the mention writes the variable, other than by declaring it.</summary>
    public static bool IsWritten(this IOperation reference) => reference.Parent switch
    {
        IAssignmentOperation assignment => assignment.Target == reference,
        IIncrementOrDecrementOperation => true,
        IArgumentOperation { Parameter.RefKind: RefKind.Ref or RefKind.Out } =>
            reference is not ILocalReferenceOperation { IsDeclaration: true },
        ITupleOperation tuple => IsTarget(tuple),
        IAddressOfOperation => true,
        _ => false,
    };

    /// <summary>Whether the mention makes another name for the variable's storage.</summary>
    public static bool IsAliased(this IOperation reference) => reference.Parent switch
    {
        IAddressOfOperation => true,
        IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol.IsRef: true } } => true,
        ISimpleAssignmentOperation { IsRef: true } => true,
        IArgumentOperation { Parameter.RefKind: RefKind.Ref } => true,
        _ => false,
    };

    private static bool IsTarget(IOperation tuple)
    {
        while (tuple.Parent is ITupleOperation outer)
            tuple = outer;
        return tuple.Parent is IDeconstructionAssignmentOperation deconstruction && deconstruction.Target == tuple;
    }
}
