using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Pipeline.Contract;

namespace Pipeline.Analyzers.Symbols;

/// <summary>The services of a compilation and of what it references, and who depends on whom. Read as it is asked for.</summary>
internal sealed class ServiceGraph
{
    private readonly ConcurrentDictionary<INamedTypeSymbol, ImmutableArray<ServiceDependency>> _dependencies =
        new(SymbolEqualityComparer.Default);

    private readonly ConcurrentDictionary<INamedTypeSymbol, ImmutableArray<INamedTypeSymbol>> _reachable =
        new(SymbolEqualityComparer.Default);

    /// <summary>The name in graphs, logs and configuration.</summary>
    public static string NameOf(INamedTypeSymbol service) =>
        service.GetAttribute(WellKnownNames.ServiceAttribute)?.GetValue<string>("Name") ?? service.Name;

    /// <summary>The dependencies a process has to start with the service; what is declared to run at a URL is not among them.</summary>
    public ImmutableArray<ServiceDependency> DependenciesOf(INamedTypeSymbol service) => _dependencies.GetOrAdd(service, Read);

    /// <summary>The service and everything it needs, nearest first.</summary>
    public ImmutableArray<INamedTypeSymbol> ReachableFrom(INamedTypeSymbol service) => _reachable.GetOrAdd(service, Walk);

    /// <summary>The shortest way from one service to another, both included; empty where there is none.</summary>
    public ImmutableArray<INamedTypeSymbol> FindPath(INamedTypeSymbol from, INamedTypeSymbol to)
    {
        var previous = new Dictionary<INamedTypeSymbol, INamedTypeSymbol?>(SymbolEqualityComparer.Default) { [from] = null };
        var queue = new Queue<INamedTypeSymbol>([from]);
        while (queue.Count > 0)
        {
            var service = queue.Dequeue();
            if (SymbolEqualityComparer.Default.Equals(service, to))
                return [.. Unwind(previous, service).Reverse()];
            foreach (var dependency in DependenciesOf(service))
            {
                if (previous.ContainsKey(dependency.Service))
                    continue;
                previous.Add(dependency.Service, service);
                queue.Enqueue(dependency.Service);
            }
        }

        return [];
    }

    private static IEnumerable<INamedTypeSymbol> Unwind(Dictionary<INamedTypeSymbol, INamedTypeSymbol?> previous, INamedTypeSymbol end)
    {
        for (var service = end; service is not null; service = previous[service])
            yield return service;
    }

    private static ImmutableArray<ServiceDependency> Read(INamedTypeSymbol service)
    {
        var defects = ImmutableArray.CreateBuilder<ServiceDefect>();
        var constructor = ConstructionRules.ChooseConstructor(service, defects);
        var dependencies = ImmutableArray.CreateBuilder<ServiceDependency>();
        foreach (var parameter in constructor?.Parameters ?? [])
            Add(parameter, parameter.Type);
        foreach (var member in ConstructionRules.FindInjectedMembers(service, defects))
            Add(member, member is IPropertySymbol property ? property.Type : ((IFieldSymbol)member).Type);
        return dependencies.ToImmutable();

        void Add(ISymbol declaration, ITypeSymbol type)
        {
            string? url = declaration.GetAttribute(WellKnownNames.DependsAttribute)?.GetValue<string>("Url");
            if (url is null && ProxyReference.ServiceOf(type) is { } target)
                dependencies.Add(new ServiceDependency(declaration, target));
        }
    }

    private ImmutableArray<INamedTypeSymbol> Walk(INamedTypeSymbol service)
    {
        var found = ImmutableArray.CreateBuilder<INamedTypeSymbol>();
        found.Add(service);
        var seen = new HashSet<INamedTypeSymbol>(SymbolEqualityComparer.Default) { service };
        for (int next = 0; next < found.Count; next++)
        {
            foreach (var dependency in DependenciesOf(found[next]))
            {
                if (seen.Add(dependency.Service))
                    found.Add(dependency.Service);
            }
        }

        return found.ToImmutable();
    }
}
