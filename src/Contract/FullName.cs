using Microsoft.CodeAnalysis;

namespace Pipeline.Contract;

/// <summary>Compares a type with a metadata name without building a string.</summary>
internal static class FullName
{
    public static bool HasFullName(this INamedTypeSymbol type, string fullName)
    {
        if (type.ContainingType is not null || !EndsWith(fullName, type.MetadataName, fullName.Length, out int rest))
            return false;

        for (var scope = type.ContainingNamespace; scope is { IsGlobalNamespace: false }; scope = scope.ContainingNamespace)
        {
            if (rest <= 0 || fullName[--rest] is not '.' || !EndsWith(fullName, scope.Name, rest, out rest))
                return false;
        }

        return rest == 0;
    }

    private static bool EndsWith(string text, string part, int end, out int start)
    {
        start = end - part.Length;
        return start >= 0 && string.CompareOrdinal(text, start, part, 0, part.Length) == 0;
    }
}
