using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Pipeline.Generators.Parsing;

/// <summary>Spells types and identifiers as generated code needs them.</summary>
internal static class TypeName
{
    private static readonly SymbolDisplayFormat Annotated = SymbolDisplayFormat.FullyQualifiedFormat.AddMiscellaneousOptions(
        SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier | SymbolDisplayMiscellaneousOptions.EscapeKeywordIdentifiers);

    private static readonly SymbolDisplayFormat Short = SymbolDisplayFormat.MinimallyQualifiedFormat.AddMiscellaneousOptions(
        SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);

    private static readonly SymbolDisplayFormat Declaration = new(
        genericsOptions: SymbolDisplayGenericsOptions.IncludeTypeParameters,
        miscellaneousOptions: SymbolDisplayMiscellaneousOptions.EscapeKeywordIdentifiers);

    /// <summary>From <c>global::</c> on, nullable annotations included.</summary>
    public static string Of(ITypeSymbol type) => type.ToDisplayString(Annotated);

    /// <summary>From <c>global::</c> on, without an annotation of its own: as an object is made, or <c>typeof</c> taken.</summary>
    public static string OfRuntime(ITypeSymbol type) => type.TypeKind is TypeKind.Dynamic
        ? "object"
        : Of(type.IsReferenceType ? type.WithNullableAnnotation(NullableAnnotation.NotAnnotated) : type);

    /// <summary>As it is applied: without the suffix.</summary>
    public static string OfAttribute(INamedTypeSymbol attribute)
    {
        const string Suffix = "Attribute";
        string name = Of(attribute);
        return name.EndsWith(Suffix, StringComparison.Ordinal) ? name.Substring(0, name.Length - Suffix.Length) : name;
    }

    /// <summary>Without namespaces, for people.</summary>
    public static string Shortly(ITypeSymbol type) => type.ToDisplayString(Short);

    /// <summary>The proxy of the service.</summary>
    public static string OfProxy(INamedTypeSymbol service) => Of(service) + ".Proxy";

    /// <summary>The simple name as a partial declaration needs it.</summary>
    public static string InDeclaration(INamedTypeSymbol type) =>
        type.Arity == 0 ? Identifier(type.Name) : type.ToDisplayString(Declaration);

    /// <summary>The name as an identifier, whatever keyword it may be in some place.</summary>
    public static string Identifier(string name) =>
        SyntaxFacts.GetKeywordKind(name) is SyntaxKind.None && SyntaxFacts.GetContextualKeywordKind(name) is SyntaxKind.None
            ? name
            : "@" + name;
}
