using Microsoft.CodeAnalysis;
using Pipeline.Generators.Models;

namespace Pipeline.Generators.Parsing;

/// <summary>Reads how a type's partial declaration begins.</summary>
internal static class TypeHeaderParser
{
    public static TypeHeaderModel Parse(INamedTypeSymbol type) => new(Keyword(type), TypeName.InDeclaration(type));

    /// <summary>The namespace as written in source, or null for the global one.</summary>
    public static string? NamespaceOf(INamedTypeSymbol type)
    {
        var names = new Stack<string>();
        for (var scope = type.ContainingNamespace; scope is { IsGlobalNamespace: false }; scope = scope.ContainingNamespace)
            names.Push(TypeName.Identifier(scope.Name));
        return names.Count == 0 ? null : string.Join(".", names);
    }

    private static string Keyword(INamedTypeSymbol type) => type switch
    {
        { TypeKind: TypeKind.Interface } => "interface",
        { TypeKind: TypeKind.Struct, IsRecord: true } => "record struct",
        { TypeKind: TypeKind.Struct } => "struct",
        { IsRecord: true } => "record",
        _ => "class",
    };
}
