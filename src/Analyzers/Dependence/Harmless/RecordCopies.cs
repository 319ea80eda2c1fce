using Microsoft.CodeAnalysis;

namespace Pipeline.Analyzers.Dependence.Harmless;

/// <summary>What the compiler writes for a record, where the developer did not write it instead.</summary>
internal static class RecordCopies
{
    /// <summary>Whether the method is the deconstruction of a positional record whose properties are storage.</summary>
    public static bool IsPlainDeconstruct(IMethodSymbol method) =>
        method is { Name: "Deconstruct", IsImplicitlyDeclared: true, ContainingType: { IsRecord: true } record }
        && method.Parameters.All(parameter => record.GetMembers(parameter.Name).OfType<IPropertySymbol>().All(Members.IsAuto));

    /// <summary>Whether copying by <c>with</c> copies fields and no more; values have no method for it, and a derived record may have its own.</summary>
    public static bool IsPlainClone(IMethodSymbol? clone)
    {
        if (clone is null)
            return true;
        if (clone is not { IsImplicitlyDeclared: true, ContainingType: { IsRecord: true, IsSealed: true } })
            return false;

        for (var record = clone.ContainingType; record is { IsRecord: true }; record = record.BaseType)
        {
            if (record.InstanceConstructors.Any(static constructor => !constructor.IsImplicitlyDeclared && IsCopy(constructor)))
                return false;
        }

        return true;
    }

    public static bool IsCopy(IMethodSymbol constructor) =>
        constructor.Parameters is [var original] && SymbolEqualityComparer.Default.Equals(original.Type, constructor.ContainingType);
}
