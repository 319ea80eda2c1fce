using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Pipeline.Contract;

/// <summary>The members a class has, its base classes' included.</summary>
internal static class MemberChain
{
    /// <summary>
    /// The methods wanted, base class first, in the order of their declaration. A method that overrides one takes its place; one
    /// that hides it removes it.
    /// </summary>
    public static ImmutableArray<IMethodSymbol> Find(INamedTypeSymbol type, Func<IMethodSymbol, bool> isWanted)
    {
        var found = ImmutableArray.CreateBuilder<IMethodSymbol>();
        foreach (var level in type.WithBases().Reverse())
        {
            foreach (var method in level.GetMembers().OfType<IMethodSymbol>())
            {
                bool wanted = isWanted(method) && (ReferenceEquals(level, type) || method.IsInheritedBy(type));
                int replaced = found.Count == 0 ? -1 : IndexOfReplaced(found, method, level);
                if (replaced >= 0 && wanted)
                    found[replaced] = method;
                else if (replaced >= 0 && !method.IsOverride)
                    found.RemoveAt(replaced);
                else if (wanted)
                    found.Add(method);
            }
        }

        return found.ToImmutable();
    }

    /// <summary>Whether the member of a base class can be used in the class derived from it.</summary>
    public static bool IsInheritedBy(this ISymbol member, INamedTypeSymbol type) => member.DeclaredAccessibility switch
    {
        Accessibility.Private => false,
        Accessibility.Internal or Accessibility.ProtectedAndInternal =>
            SymbolEqualityComparer.Default.Equals(member.ContainingAssembly, type.ContainingAssembly)
            || member.ContainingAssembly.GivesAccessTo(type.ContainingAssembly),
        _ => true,
    };

    private static int IndexOfReplaced(ImmutableArray<IMethodSymbol>.Builder found, IMethodSymbol method, INamedTypeSymbol level)
    {
        for (int i = 0; i < found.Count; i++)
        {
            var earlier = found[i];
            if (earlier.Name == method.Name
                && !SymbolEqualityComparer.Default.Equals(earlier.ContainingType, level)
                && (method.IsOverride ? Overrides(method, earlier) : ProxyMembers.TakeSame(method, earlier)))
            {
                return i;
            }
        }

        return -1;
    }

    private static bool Overrides(IMethodSymbol method, IMethodSymbol overridden)
    {
        for (var next = method.OverriddenMethod; next is not null; next = next.OverriddenMethod)
        {
            if (SymbolEqualityComparer.Default.Equals(next, overridden))
                return true;
        }

        return false;
    }
}
