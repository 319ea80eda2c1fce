using Microsoft.CodeAnalysis;

namespace Pipeline.Contract;

/// <summary>What a type is made of: its elements and type arguments, all the way down.</summary>
internal static class TypeContents
{
    /// <summary>The type itself and every type written inside it.</summary>
    public static IEnumerable<ITypeSymbol> Parts(this ITypeSymbol type)
    {
        var inner = type switch
        {
            IArrayTypeSymbol array => array.ElementType.Parts(),
            IPointerTypeSymbol pointer => pointer.PointedAtType.Parts(),
            INamedTypeSymbol named => named.WithContainers().SelectMany(part => part.TypeArguments).SelectMany(Parts),
            _ => [],
        };
        return inner.Prepend(type);
    }

    /// <summary>Whether the compiler does not know the type, or not all of it.</summary>
    public static bool IsUnresolved(this ITypeSymbol type) => type.Parts().Any(static part => part.TypeKind is TypeKind.Error);

    public static bool ContainsPointer(this ITypeSymbol type) =>
        type.Parts().Any(static part => part.TypeKind is TypeKind.Pointer or TypeKind.FunctionPointer);

    public static bool ContainsProxy(this ITypeSymbol type) => type.Parts().Any(ProxyReference.IsProxy);
}
