using Microsoft.CodeAnalysis;

namespace Pipeline.Tool.Recording;

/// <summary>What other projects of a solution can call.</summary>
internal static class Visibility
{
    public static bool IsSeenByOthers(ISymbol symbol)
    {
        for (var inner = symbol; inner is not null and not INamespaceSymbol; inner = inner.ContainingSymbol)
        {
            bool isSeen = inner.DeclaredAccessibility switch
            {
                Accessibility.Public or Accessibility.Protected or Accessibility.ProtectedOrInternal => true,
                Accessibility.Internal or Accessibility.ProtectedAndInternal => HasFriends(symbol.ContainingAssembly),
                _ => false,
            };
            if (!isSeen)
                return false;
        }

        return true;
    }

    private static bool HasFriends(IAssemblySymbol assembly) =>
        assembly.GetAttributes().Any(static attribute => attribute.AttributeClass?.Name is "InternalsVisibleToAttribute");
}
