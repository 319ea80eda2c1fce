using Microsoft.CodeAnalysis;

namespace Pipeline.Contract;

/// <summary>A type with the types around it and above it.</summary>
internal static class TypeChains
{
    /// <summary>The type, the type it is nested in, and so on outwards.</summary>
    public static IEnumerable<INamedTypeSymbol> WithContainers(this INamedTypeSymbol type)
    {
        for (var next = type; next is not null; next = next.ContainingType)
            yield return next;
    }

    /// <summary>The type, its base class, and so on upwards.</summary>
    public static IEnumerable<INamedTypeSymbol> WithBases(this INamedTypeSymbol type)
    {
        for (var next = type; next is not null; next = next.BaseType)
            yield return next;
    }
}
