using Microsoft.CodeAnalysis;
using Pipeline.Contract;

namespace Pipeline.Tool.Dependences;

/// <summary>The services that a compilation declares.</summary>
internal static class ServiceTypes
{
    public static IEnumerable<INamedTypeSymbol> In(Compilation compilation) =>
        Below(compilation.Assembly.GlobalNamespace).Where(static type => type.IsService())
            .OrderBy(static type => type.ToDisplayString(), StringComparer.Ordinal);

    private static IEnumerable<INamedTypeSymbol> Below(INamespaceOrTypeSymbol scope)
    {
        foreach (var member in scope.GetMembers().OfType<INamespaceOrTypeSymbol>())
        {
            if (member is INamedTypeSymbol type)
                yield return type;
            foreach (var inner in Below(member))
                yield return inner;
        }
    }
}
