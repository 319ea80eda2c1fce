using System.Globalization;
using System.Net;
using System.Text;

namespace Pipeline.Tool.Graphs;

/// <summary>The services as a picture that needs no program to be drawn, light or dark as its reader has it.</summary>
internal static class SvgGraph
{
    private const int Width = 190;
    private const int Height = 40;
    private const int Gap = 80;
    private const int Lane = 16;
    private const int Margin = 12;

    private const string Style = """
        text { font: 14px system-ui, sans-serif; fill: #1c1c1c }
        rect { fill: #f4f6fb; stroke: #5b6b8c; rx: 6px } path { fill: none; stroke: #8b97ad; stroke-width: 1.4 }
        .remote { stroke-dasharray: 5 4 }
        @media (prefers-color-scheme: dark) { text { fill: #e6e6e6 } rect { fill: #222938; stroke: #8b97ad } }
        """;

    public static string Write(ServiceMap map)
    {
        var columns = GraphLayout.Columns(map);
        int rows = columns.Select(static column => column.Count).DefaultIfEmpty().Max();
        var place = new Dictionary<MappedService, (int X, int Y)>();
        foreach (var (x, column) in columns.Index())
        {
            int top = (rows - column.Count) * (Height + Lane) / 2;
            foreach (var (y, service) in column.Index())
                place[service] = (Margin + (x * (Width + Gap)), Margin + top + (y * (Height + Lane)));
        }

        int width = (columns.Count * (Width + Gap)) - Gap + (2 * Margin);
        int height = (rows * (Height + Lane)) - Lane + (2 * Margin);
        var svg = new StringBuilder();
        svg.Append(CultureInfo.InvariantCulture, $"""
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {Math.Max(width, 1)} {Math.Max(height, 1)}"
              role="img" aria-label="Services and what they depend on">
            <style>
            {Style}
            </style>

            """);
        foreach (var (from, to, isRemote) in map.Edges())
            AppendEdge(svg, place[from], place[to], isRemote);
        foreach (var service in map.Services)
            AppendBox(svg, service, place[service]);
        return svg.Append("</svg>\n").ToString();
    }

    private static void AppendEdge(StringBuilder svg, (int X, int Y) from, (int X, int Y) to, bool isRemote)
    {
        var (x, y, u, v) = (from.X + Width, from.Y + (Height / 2), to.X, to.Y + (Height / 2));
        string look = isRemote ? " class=\"remote\"" : "";
        svg.Append(
            CultureInfo.InvariantCulture, $"<path{look} d=\"M{x} {y} C{x + (Gap / 2)} {y} {u - (Gap / 2)} {v} {u} {v}\"/>\n");
    }

    private static void AppendBox(StringBuilder svg, MappedService service, (int X, int Y) at)
    {
        string name = service.Name.Length > 22 ? $"{service.Name[..21]}…" : service.Name;
        string place = service.File == "" ? service.Project : $"{service.File}:{service.Line}";
        svg.Append(CultureInfo.InvariantCulture, $"""
            <g transform="translate({at.X} {at.Y})"><title>{Text(service.Name)}, {Text(place)}</title>
              <rect width="{Width}" height="{Height}"/><text x="12" y="25">{Text(name)}</text></g>

            """);
    }

    private static string Text(string text) => WebUtility.HtmlEncode(text);
}
