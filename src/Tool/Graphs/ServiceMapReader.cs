using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Pipeline.Analyzers.Symbols;
using Pipeline.Contract;
using Pipeline.Tool.Dependences;

namespace Pipeline.Tool.Graphs;

/// <summary>Reads the services of compilations, and those of assemblies that they depend on.</summary>
internal sealed class ServiceMapReader(string root)
{
    private readonly Dictionary<string, MappedService> _services = new(StringComparer.Ordinal);

    /// <summary>What has been read.</summary>
    public ServiceMap Map => new([.. _services.Values.OrderBy(static service => service.Name, StringComparer.Ordinal)]);

    /// <summary>Adds the services that the compilation declares, with all that they depend on.</summary>
    public void Read(Compilation compilation)
    {
        var open = new Queue<INamedTypeSymbol>(ServiceTypes.In(compilation));
        while (open.TryDequeue(out var service))
        {
            string type = service.ToDisplayString();

            // Its own project knows its file; for others it is a part of an assembly.
            if (_services.TryGetValue(type, out var known) && (known.File != "" || PlaceOf(service).File == ""))
                continue;

            var needs = NeedsOf(service);
            foreach (var (need, _) in needs)
                open.Enqueue(need);
            _services[type] = Describe(service, type, needs);
        }
    }

    private MappedService Describe(INamedTypeSymbol service, string type, IReadOnlyList<(INamedTypeSymbol Service, bool IsRemote)> needs)
    {
        var (file, line) = PlaceOf(service);
        return new()
        {
            Type = type,
            Name = ServiceGraph.NameOf(service),
            Project = service.ContainingAssembly.Name,
            File = file,
            Line = line,
            Apis = [.. MemberChain.Find(service, static method => method.IsApi()).Select(QualifiedApiName.NameOf).Distinct()],
            Needs = [.. needs.Select(static need => new MappedNeed(need.Service.ToDisplayString(), need.IsRemote))],
        };
    }

    private static IReadOnlyList<(INamedTypeSymbol Service, bool IsRemote)> NeedsOf(INamedTypeSymbol service)
    {
        var defects = ImmutableArray.CreateBuilder<ServiceDefect>();
        var members =
            (ConstructionRules.ChooseConstructor(service, defects)?.Parameters ?? [])
                .Select(static parameter => (Declaration: (ISymbol)parameter, Type: parameter.Type))
            .Concat(ConstructionRules.FindInjectedMembers(service, defects)
                .Select(static member =>
                    (Declaration: member, Type: member is IPropertySymbol property ? property.Type : ((IFieldSymbol)member).Type)));
        return
        [
            .. from member in members
               let needed = ProxyReference.ServiceOf(member.Type)
               where needed is not null
               select (needed!, member.Declaration.GetAttribute(WellKnownNames.DependsAttribute)?.GetValue<string>("Url") is not null),
        ];
    }

    private (string File, int Line) PlaceOf(INamedTypeSymbol service)
    {
        // The generated part has no file of its own.
        var place = service.Locations.FirstOrDefault(static location => location.IsInSource && File.Exists(location.SourceTree.FilePath))
            ?? service.Locations.FirstOrDefault(static location => location.IsInSource);
        if (place is null)
            return ("", 0);

        var span = place.GetLineSpan();
        return (Path.GetRelativePath(root, Path.GetFullPath(span.Path, root)).Replace('\\', '/'), span.StartLinePosition.Line + 1);
    }
}
