namespace Pipeline.Architecture.Tests;

/// <summary>The references between folders, each folder with what lies in it down to a depth.</summary>
internal sealed class FolderGraph
{
    private readonly ILookup<(string From, string To), Reference> _edges;

    /// <param name="references">All references between files.</param>
    /// <param name="depth">How much of a path names the folder: 1 for projects, 2 for their folders, and so on.</param>
    public FolderGraph(IEnumerable<Reference> references, int depth) => _edges = references
        .ToLookup(reference => (From: Folder(reference.From, depth), To: Folder(reference.To, depth)));

    public IEnumerable<(string From, string To, IEnumerable<Reference> References)> Edges =>
        from edge in _edges
        where edge.Key.From != edge.Key.To
        select (edge.Key.From, edge.Key.To, edge.AsEnumerable());

    /// <summary>The references that close a cycle of folders, the edges of fewest references first: those are the ones to dissolve.</summary>
    public IReadOnlyList<string> Cycles()
    {
        var known = Edges.ToLookup(static edge => edge.From, static edge => edge.To);
        return
        [
            .. from edge in Edges
               where Leads(known, edge.To, edge.From)
               orderby edge.References.Count()
               select $"{edge.From} -> {edge.To}: {edge.References.Count()} references, among them {edge.References.First()}",
        ];
    }

    private static bool Leads(ILookup<string, string> known, string from, string to)
    {
        var reached = new HashSet<string>();
        var pending = new Stack<string>([from]);
        while (pending.TryPop(out string? next))
        {
            foreach (string folder in known[next].Where(reached.Add))
                pending.Push(folder);
        }

        return reached.Contains(to);
    }

    private static string Folder(string file, int depth) =>
        string.Join('/', Path.GetDirectoryName(file)!.Replace('\\', '/').Split('/').Take(depth));
}
