using Microsoft.CodeAnalysis;
using Pipeline.Contract;

namespace Pipeline.Generators.Parsing;

/// <summary>Finds the class to call an inherited method on.</summary>
internal static class ReceiverParser
{
    /// <summary>
    /// The class that first declares the method, where a class derived from it has another method of that name: binding would
    /// stop at that one, were it a worse match. Otherwise null.
    /// </summary>
    public static string? Parse(IMethodSymbol method, INamedTypeSymbol service)
    {
        var root = method;
        while (root.OverriddenMethod is { } overridden)
            root = overridden;
        if (root.DeclaredAccessibility is Accessibility.Protected or Accessibility.ProtectedAndInternal)
            return null;

        bool isHidden = service.WithBases()
            .TakeWhile(type => !SymbolEqualityComparer.Default.Equals(type, root.ContainingType))
            .Any(type => type.GetMembers(method.Name).Any(member => !member.IsOverride));
        return isHidden ? TypeName.Of(root.ContainingType) : null;
    }
}
