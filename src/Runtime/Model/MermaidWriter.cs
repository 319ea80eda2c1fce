using System.Text;
using System.Text.RegularExpressions;

namespace Pipeline;

/// <summary>Writes services and their dependencies as a Mermaid flowchart.</summary>
internal static partial class MermaidWriter
{
    /// <summary>The words Mermaid gives a meaning of its own, which no node may have as its ID.</summary>
    private static readonly HashSet<string> Reserved = new(StringComparer.OrdinalIgnoreCase)
    {
        "call", "class", "classDef", "click", "default", "direction", "end", "flowchart", "graph", "href", "linkStyle", "style",
        "subgraph",
    };

    public static string Write(IReadOnlyList<ServiceDefinition> services)
    {
        var ids = Identify(services);
        var text = new StringBuilder("flowchart TD\n");
        foreach (var service in services)
        {
            text.Append("    ").Append(ids[service.ServiceType]);
            if (ids[service.ServiceType] != service.Name)
                text.Append("[\"").Append(Escape(service.Name)).Append("\"]");
            text.Append('\n');
        }

        foreach (var arrow in services.SelectMany(service => service.Dependencies.Select(to => Arrow(ids, service, to))).Distinct())
            text.Append("    ").Append(arrow).Append('\n');
        return text.ToString();
    }

    /// <summary>A service's name is its node's ID where Mermaid takes it for one.</summary>
    private static Dictionary<Type, string> Identify(IReadOnlyList<ServiceDefinition> services)
    {
        var ids = new Dictionary<Type, string>();
        var taken = services.Select(service => service.Name).ToHashSet(StringComparer.Ordinal);
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var service in services)
        {
            var id = service.Name;
            if (!Identifier.IsMatch(id) || Reserved.Contains(id) || !names.Add(id))
            {
                for (var number = 1; !taken.Add(id = $"service{number}");)
                    number++;
            }

            ids.Add(service.ServiceType, id);
        }

        return ids;
    }

    private static string Arrow(Dictionary<Type, string> ids, ServiceDefinition from, DependencyDefinition to)
    {
        var arrow = to.Url is null ? "-->" : $"-. \"{Escape(to.Url)}\" .->";
        return $"{ids[from.ServiceType]} {arrow} {ids[to.Service.ServiceType]}";
    }

    /// <summary>Mermaid's entity codes for whatever would end a quoted text, or be read as markup in it.</summary>
    private static string Escape(string text) => Markup.Replace(text, static match => $"#{(int)match.ValueSpan[0]};");

    [GeneratedRegex(@"^[A-Za-z_][A-Za-z0-9_]*\z")]
    private static partial Regex Identifier { get; }

    [GeneratedRegex(@"[""#&<>`\\\p{Cc}]")]
    private static partial Regex Markup { get; }
}
