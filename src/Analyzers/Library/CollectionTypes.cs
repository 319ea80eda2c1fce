using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Pipeline.Analyzers.Library;

/// <summary>The framework's collections, as far as making and reading them runs no code of the user's.</summary>
internal static class CollectionTypes
{
    /// <summary>Collections in memory whose enumeration only walks over them.</summary>
    public static bool IsInMemory(ITypeSymbol? type) => type switch
    {
        IArrayTypeSymbol => true,
        { SpecialType: SpecialType.System_String } => true,
        INamedTypeSymbol named when IsIn(named, "System") => named.Name is "Span" or "ReadOnlySpan",
        INamedTypeSymbol named when IsIn(named, "Generic") =>
            named.Name is "List" or "HashSet" or "SortedSet" or "Dictionary" or "SortedDictionary"
            or "SortedList" or "Queue" or "Stack" or "LinkedList" or "KeyCollection" or "ValueCollection"
            or "IReadOnlyList" or "IList" or "IReadOnlyCollection" or "ICollection" or "ISet" or "IReadOnlySet" or "IDictionary"
            or "IReadOnlyDictionary",
        INamedTypeSymbol named when IsIn(named, "Immutable") => named.Name.StartsWith("Immutable", StringComparison.Ordinal),
        INamedTypeSymbol named when IsIn(named, "Frozen") => true,
        INamedTypeSymbol named when IsIn(named, "ObjectModel") => named.Name is "ReadOnlyCollection",
        _ => false,
    };

    /// <summary>Whether adding to a list nobody else has seen does nothing else: no hashing, no comparing.</summary>
    public static bool AddsPlainly(IMethodSymbol add) =>
        add is { Name: "Add", ContainingType: { Name: "List" } list } && IsIn(list, "Generic");

    /// <summary>Whether looking a key up in the dictionary runs only the framework's hashing.</summary>
    public static bool HashesPlainly(INamedTypeSymbol type) =>
        type is { Name: "Dictionary", TypeArguments: [var key, _] } && IsIn(type, "Generic") && Formatting.HasPlainText(key);

    /// <summary>Whether a collection expression makes an array, a span, a list, or an interface one of these implements.</summary>
    public static bool BuildsPlainly(ICollectionExpressionOperation operation) => operation.Type switch
    {
        IArrayTypeSymbol => true,
        INamedTypeSymbol { TypeKind: TypeKind.Interface } type => IsIn(type, "Generic"),
        INamedTypeSymbol { Name: "List" } type => IsIn(type, "Generic"),
        INamedTypeSymbol { Name: "Span" or "ReadOnlySpan" } type => IsIn(type, "System"),
        INamedTypeSymbol { Name: "ImmutableArray" } type => IsIn(type, "Immutable"),
        _ => false,
    };

    private static bool IsIn(INamedTypeSymbol type, string @namespace) =>
        type.ContainingNamespace.Name == @namespace
        && type.OriginalDefinition.Locations is [{ IsInMetadata: true }, ..];
}
