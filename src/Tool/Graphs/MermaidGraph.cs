using System.Globalization;
using System.Text;

namespace Pipeline.Tool.Graphs;

/// <summary>The services as a Mermaid flowchart, which code hosts draw in Markdown.</summary>
internal static class MermaidGraph
{
    public static string Write(ServiceMap map)
    {
        var text = new StringBuilder("flowchart LR\n");
        var ids = map.Services.Index().ToDictionary(static pair => pair.Item.Type, static pair => $"s{pair.Index}");
        foreach (var service in map.Services)
            text.Append(CultureInfo.InvariantCulture, $"    {ids[service.Type]}[\"{Text(service.Name)}\"]\n");
        foreach (var (from, to, isRemote) in map.Edges())
            text.Append(CultureInfo.InvariantCulture, $"    {ids[from.Type]} {(isRemote ? "-. remote .->" : "-->")} {ids[to.Type]}\n");
        return text.ToString();
    }

    private static string Text(string name) =>
        name.Replace("#", "#35;", StringComparison.Ordinal).Replace("\"", "#quot;", StringComparison.Ordinal);
}
