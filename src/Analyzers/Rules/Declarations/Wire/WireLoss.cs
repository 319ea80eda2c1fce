using Microsoft.CodeAnalysis;
using Pipeline.Analyzers.Symbols;
using Pipeline.Contract;

namespace Pipeline.Analyzers.Rules.Declarations.Wire;

/// <summary>
/// Finds what System.Text.Json would write and never read back, as the transports do when they start; of types in source only, since
/// others may have converters that cannot be seen.
/// </summary>
internal sealed class WireLoss
{
    private const string Json = "System.Text.Json.Serialization.";

    private readonly HashSet<ITypeSymbol> _seen = new(SymbolEqualityComparer.Default);

    /// <summary>What is lost, in words: the member and what to do; null where nothing is.</summary>
    /// <param name="type">The type that crosses.</param>
    /// <param name="path">What it is called: a parameter's name, or the result.</param>
    public string? Find(ITypeSymbol type, string path)
    {
        if (type.SpecialType is SpecialType.System_Object || type.TypeKind is TypeKind.Dynamic)
            return $"{path} is an object, whose type does not cross; declare the type that it has";
        if (!_seen.Add(type))
            return null;
        if (type is IArrayTypeSymbol array)
            return Find(array.ElementType, path);
        if (type is not INamedTypeSymbol named || HasConverter(type))
            return null;
        if (IsCollection(named) || named.DeclaringSyntaxReferences.IsEmpty)
            return named.TypeArguments.Select(argument => Find(argument, path)).FirstOrDefault(static loss => loss is not null);
        if (named.TypeKind is not (TypeKind.Class or TypeKind.Struct) || named.IsAbstract)
            return null;
        return PropertiesOf(named).Select(property => FindIn(property, named, path)).FirstOrDefault(static loss => loss is not null);
    }

    private string? FindIn(IPropertySymbol property, INamedTypeSymbol type, string path)
    {
        string member = $"{path}.{property.Name}";
        if (!IsReadBack(property) && !IsFilled(property, type) && IsLost(property))
        {
            return $"{member} is written and never read back; give it a public setter or a constructor parameter, "
                + "or mark it [JsonIgnore]";
        }

        return Find(property.Type, member);
    }

    private static IEnumerable<IPropertySymbol> PropertiesOf(INamedTypeSymbol type) => type.WithBases()
        .SelectMany(static level => level.GetMembers().OfType<IPropertySymbol>())
        .Where(static property => property is
        {
            IsStatic: false, IsIndexer: false, DeclaredAccessibility: Accessibility.Public,
            GetMethod.DeclaredAccessibility: Accessibility.Public, IsImplicitlyDeclared: false
        }
            && !property.HasAttribute(Json + "JsonIgnoreAttribute")
            && !HasConverter(property));

    private static bool IsReadBack(IPropertySymbol property) => property.SetMethod is { } set
        && (set.DeclaredAccessibility is Accessibility.Public || property.HasAttribute(Json + "JsonIncludeAttribute"));

    /// <summary>Whether the constructor that is used takes it, or what is in it is added to.</summary>
    private static bool IsFilled(IPropertySymbol property, INamedTypeSymbol type) =>
        property.HasAttribute(Json + "JsonObjectCreationHandlingAttribute")
        || type.HasAttribute(Json + "JsonObjectCreationHandlingAttribute")
        || ConstructorOf(type)?.Parameters.Any(parameter =>
            string.Equals(parameter.Name, property.Name, StringComparison.OrdinalIgnoreCase)) is true;

    /// <summary>The marked one, else the one without parameters, else the only one.</summary>
    private static IMethodSymbol? ConstructorOf(INamedTypeSymbol type)
    {
        if (type.InstanceConstructors.FirstOrDefault(static candidate =>
            candidate.HasAttribute(Json + "JsonConstructorAttribute")) is { } marked)
            return marked;
        IMethodSymbol[] open = [.. type.InstanceConstructors.Where(static candidate =>
            candidate.DeclaredAccessibility is Accessibility.Public)];
        return open.FirstOrDefault(static candidate => candidate.Parameters.IsEmpty) ?? (open is [var only] ? only : null);
    }

    /// <summary>A property that is computed from others loses nothing; one with a field of its own does.</summary>
    private static bool IsLost(IPropertySymbol property) =>
        property.SetMethod is not null || property.IsStored() || IsCollection(property.Type);

    private static bool IsCollection(ITypeSymbol type) => type.SpecialType is not SpecialType.System_String
        && (IsEnumerable(type) || type.AllInterfaces.Any(IsEnumerable));

    private static bool IsEnumerable(ITypeSymbol type) => type.SpecialType is SpecialType.System_Collections_IEnumerable;

    private static bool HasConverter(ISymbol symbol) => symbol.HasAttribute(Json + "JsonConverterAttribute");
}
