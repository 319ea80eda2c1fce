using Microsoft.CodeAnalysis;
using Pipeline.Contract;

namespace Pipeline.Analyzers.Symbols;

internal static class AutoProperty
{
    /// <summary>Whether reading or writing the property is reading or writing a field, with no code of its own.</summary>
    public static bool IsAuto(this IPropertySymbol property)
    {
        if (property.IsVirtual || property.IsAbstract || property.IsOverride || property.IsIndexer)
            return false;
        return property.DeclaringSyntaxReferences.IsEmpty
            ? IsCompilerGenerated(property.GetMethod)
            : property.IsStored();
    }

    /// <summary>Whether the property, overridable or not, is declared as a field with no code of its own.</summary>
    public static bool IsStored(this IPropertySymbol property) =>
        HasBackingField(property) && HasNoBody(property.GetMethod) && HasNoBody(property.SetMethod);

    private static bool HasBackingField(IPropertySymbol property) => property.ContainingType.GetMembers()
        .OfType<IFieldSymbol>()
        .Any(field => SymbolEqualityComparer.Default.Equals(field.AssociatedSymbol, property));

    private static bool HasNoBody(IMethodSymbol? accessor) =>
        accessor is null || accessor.DeclaringSyntaxReferences.All(reference => !MethodBodies.HasBody(reference.GetSyntax()));

    /// <summary>How an auto-property's accessor is marked in metadata.</summary>
    private static bool IsCompilerGenerated(IMethodSymbol? accessor) => accessor is not null && accessor.GetAttributes()
        .Any(attribute => attribute.AttributeClass?.HasFullName("System.Runtime.CompilerServices.CompilerGeneratedAttribute") is true);
}
