namespace Pipeline.EditCost;

/// <summary>The analyzers of one document after an edit in it.</summary>
internal static class DocumentRun
{
    /// <param name="lines">The length of the code.</param>
    /// <param name="edits">How often a document is edited and analyzed, by each package.</param>
    public static async Task RunAsync(int lines, int edits)
    {
        var session = new DocumentSession(SyntheticCode.Load(Subject.Pipeline, lines).WithOneTypePerFile());
        AnalyzedBy[] packages = [AnalyzedBy.Floor, AnalyzedBy.Pipeline, AnalyzedBy.Threading];
        var costs = await session.MeasureAsync(packages, edits);

        Console.WriteLine($"Documents of {session.Length} lines in the middle.");
        Console.WriteLine("| analyzers | median | 95th percentile | most |");
        Console.WriteLine("|---|---:|---:|---:|");
        foreach (var (package, all) in packages.Zip(costs))
            Console.WriteLine($"| {package.Name} | {Cost.Median(all)} | {Cost.Percentile(all, 0.95)} | {Cost.Percentile(all, 1)} |");
    }
}
