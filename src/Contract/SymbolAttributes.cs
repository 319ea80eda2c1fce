using Microsoft.CodeAnalysis;

namespace Pipeline.Contract;

/// <summary>Finds and reads attributes by their class's full name.</summary>
internal static class SymbolAttributes
{
    public static AttributeData? GetAttribute(this ISymbol symbol, string fullName)
    {
        foreach (var attribute in symbol.GetAttributes())
        {
            if (attribute.AttributeClass?.HasFullName(fullName) is true)
                return attribute;
        }

        return null;
    }

    public static bool HasAttribute(this ISymbol symbol, string fullName) => symbol.GetAttribute(fullName) is not null;

    /// <summary>The value given to a property of the attribute, or the default where none of that type is given.</summary>
    public static T? GetValue<T>(this AttributeData attribute, string property)
    {
        foreach (var argument in attribute.NamedArguments)
        {
            if (argument.Key == property && argument.Value is { Kind: not TypedConstantKind.Array, Value: T value })
                return value;
        }

        return default;
    }

    public static bool IsService(this INamedTypeSymbol type) => type.HasAttribute(WellKnownNames.ServiceAttribute);

    public static bool IsApi(this IMethodSymbol method) => method.HasAttribute(WellKnownNames.ApiAttribute);
}
