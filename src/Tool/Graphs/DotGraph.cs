using System.Globalization;
using System.Text;

namespace Pipeline.Tool.Graphs;

/// <summary>The services in the language of Graphviz.</summary>
internal static class DotGraph
{
    public static string Write(ServiceMap map)
    {
        var text = new StringBuilder(
            "digraph services {\n    rankdir=LR;\n    node [shape=box, style=rounded, fontname=\"sans-serif\"];\n");
        foreach (var service in map.Services)
            text.Append(CultureInfo.InvariantCulture, $"    {Quoted(service.Type)} [label={Quoted(service.Name)}];\n");
        foreach (var (from, to, isRemote) in map.Edges())
        {
            string look = isRemote ? " [style=dashed, label=\"remote\"]" : "";
            text.Append(CultureInfo.InvariantCulture, $"    {Quoted(from.Type)} -> {Quoted(to.Type)}{look};\n");
        }

        return text.Append("}\n").ToString();
    }

    private static string Quoted(string text) =>
        $"\"{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";
}
