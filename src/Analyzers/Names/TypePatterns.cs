using System.Collections.Immutable;

namespace Pipeline.Analyzers.Names;

/// <summary>Full names of types, and <c>Shop.Clients.*</c> for all below a namespace or whose names begin so.</summary>
internal static class TypePatterns
{
    public static bool Match(ImmutableArray<string> patterns, string fullName) => patterns.Any(pattern => Matches(pattern, fullName));

    public static bool Matches(string pattern, string fullName) => pattern.EndsWith("*", StringComparison.Ordinal)
        ? pattern.Length > 1 && fullName.StartsWith(pattern.Substring(0, pattern.Length - 1), StringComparison.Ordinal)
        : pattern == fullName;
}
