using Microsoft.CodeAnalysis;
using Pipeline.Analyzers.Symbols;

namespace Pipeline.Analyzers.Rules.Graph;

/// <summary>Two services of one name that a third brings into one graph.</summary>
/// <param name="Dependency">The dependency that brings the second.</param>
/// <param name="First">The service that has the name already.</param>
/// <param name="Second">The other service of that name.</param>
internal readonly record struct NameClash(ServiceDependency Dependency, INamedTypeSymbol First, INamedTypeSymbol Second)
{
    /// <summary>The clashes that begin at a service: none of its dependencies has the same one already.</summary>
    public static IEnumerable<NameClash> FindAt(INamedTypeSymbol root, ServiceGraph graph)
    {
        var owners = new Dictionary<string, INamedTypeSymbol>(StringComparer.Ordinal) { [ServiceGraph.NameOf(root)] = root };
        foreach (var dependency in graph.DependenciesOf(root))
        {
            foreach (var service in graph.ReachableFrom(dependency.Service))
            {
                string name = ServiceGraph.NameOf(service);
                if (!owners.TryGetValue(name, out var owner))
                    owners.Add(name, service);
                else if (!SymbolEqualityComparer.Default.Equals(owner, service) && !IsBelow(root, owner, service, graph))
                    yield return new NameClash(dependency, owner, service);
            }
        }
    }

    private static bool IsBelow(INamedTypeSymbol root, INamedTypeSymbol first, INamedTypeSymbol second, ServiceGraph graph) =>
        graph.DependenciesOf(root).Any(dependency =>
            graph.ReachableFrom(dependency.Service) is var services
            && services.Contains(first, SymbolEqualityComparer.Default)
            && services.Contains(second, SymbolEqualityComparer.Default));
}
