using Microsoft.CodeAnalysis;

namespace Pipeline.Shared;

/// <summary>What a type is made of: its elements and type arguments, all the way down.</summary>
internal static class TypeContents
{
    /// <summary>Whether the compiler does not know the type, or not all of it.</summary>
    public static bool IsUnresolved(this ITypeSymbol type) => type.Contains(static part => part.TypeKind is TypeKind.Error);

    public static bool ContainsPointer(this ITypeSymbol type) =>
        type.Contains(static part => part.TypeKind is TypeKind.Pointer or TypeKind.FunctionPointer);

    public static bool ContainsProxy(this ITypeSymbol type) => type.Contains(ProxyReference.IsProxy);

    private static bool Contains(this ITypeSymbol type, Func<ITypeSymbol, bool> predicate) =>
        predicate(type) || type switch
        {
            IArrayTypeSymbol array => array.ElementType.Contains(predicate),
            IPointerTypeSymbol pointer => pointer.PointedAtType.Contains(predicate),
            INamedTypeSymbol named => named.WithContainers().SelectMany(part => part.TypeArguments).Any(argument => argument.Contains(predicate)),
            _ => false,
        };
}
