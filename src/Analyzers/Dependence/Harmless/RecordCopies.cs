using Microsoft.CodeAnalysis;
using Pipeline.Analyzers.Symbols;
using Pipeline.Contract;

namespace Pipeline.Analyzers.Dependence.Harmless;

/// <summary>What the compiler writes for a record, where the developer did not write it instead.</summary>
internal static class RecordCopies
{
    /// <summary>Whether the method is the deconstruction of a positional record whose properties are storage.</summary>
    public static bool IsPlainDeconstruct(IMethodSymbol method) =>
        method is { Name: "Deconstruct", ContainingType: var record }
        && (record.IsRecord || record.IsValueType)
        && method.IsCompilers()
        && method.Parameters.All(parameter => IsStorage(record, parameter.Name));

    /// <summary>
    /// Whether copying by <c>with</c> copies fields and no more; values have no method for it, a derived record may have its own,
    /// and what a sealed record of another assembly has is private.
    /// </summary>
    public static bool IsPlainClone(IMethodSymbol? clone)
    {
        if (clone is null)
            return true;
        if (clone is not { IsImplicitlyDeclared: true, ContainingType: { IsRecord: true, IsSealed: true } })
            return false;

        for (var record = clone.ContainingType; record is { IsRecord: true }; record = record.BaseType)
        {
            if (record.InstanceConstructors.Any(static constructor => IsCopy(constructor) && !constructor.IsCompilers()))
                return false;
        }

        return true;
    }

    /// <summary>
    /// Whether the nearest member of the name is a field or an auto-property; one that is private elsewhere is not seen at all.
    /// </summary>
    private static bool IsStorage(INamedTypeSymbol record, string name) =>
        record.WithBases().Select(type => type.GetMembers(name))
            .FirstOrDefault(static members => !members.IsEmpty) is { IsDefault: false } nearest
        && nearest.All(static member => member is IFieldSymbol || (member is IPropertySymbol property && Members.IsAuto(property)));

    public static bool IsCopy(IMethodSymbol constructor) =>
        constructor.Parameters is [var original] && SymbolEqualityComparer.Default.Equals(original.Type, constructor.ContainingType);
}
