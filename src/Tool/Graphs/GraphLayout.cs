namespace Pipeline.Tool.Graphs;

/// <summary>
/// Places services in columns: each to the right of all that depend on it, in its column near those (the barycentre of Sugiyama's method).
/// </summary>
internal static class GraphLayout
{
    /// <summary>The columns, leftmost first, each from top to bottom.</summary>
    public static IReadOnlyList<IReadOnlyList<MappedService>> Columns(ServiceMap map)
    {
        var edges = map.Edges().Select(static edge => (edge.From, edge.To)).Distinct().ToArray();
        var depth = Depths(map, edges);
        var columns = map.Services.GroupBy(service => depth[service]).OrderBy(static column => column.Key)
            .Select(static column => column.ToList()).ToList();
        var row = new Dictionary<MappedService, double>();
        foreach (var column in columns)
        {
            var callers = edges.ToLookup(static edge => edge.To, static edge => edge.From);
            var ordered = column
                .OrderBy(service => callers[service].Where(row.ContainsKey).Select(caller => row[caller]).DefaultIfEmpty().Average())
                .ThenBy(static service => service.Name, StringComparer.Ordinal).ToList();
            column.Clear();
            column.AddRange(ordered);
            for (int index = 0; index < column.Count; index++)
                row[column[index]] = index - (column.Count / 2.0);
        }

        return columns;
    }

    /// <summary>How many steps the longest way to each service has. A cycle, which is an error elsewhere, ends the counting.</summary>
    private static Dictionary<MappedService, int> Depths(ServiceMap map, (MappedService From, MappedService To)[] edges)
    {
        var depth = map.Services.ToDictionary(static service => service, static _ => 0);
        bool changed = true;
        for (int round = 0; changed && round < map.Services.Count; round++)
        {
            changed = false;
            foreach (var (from, to) in edges.Where(edge => depth[edge.To] <= depth[edge.From] && edge.From != edge.To))
            {
                depth[to] = depth[from] + 1;
                changed = true;
            }
        }

        return depth;
    }
}
