namespace Pipeline.EditCost;

/// <summary>The first run of a generator, then edits, each on the compilation that results from the one before.</summary>
internal static class GeneratorRun
{
    private static readonly string[] Columns =
        ["generator", "lines", "files written", "full bind", "first run", "a body", "a signature", "outside, a body", "outside, a member"];

    /// <param name="lines">The length of the longest code.</param>
    /// <param name="edits">How often each kind of edit is made.</param>
    public static void Run(int lines, int edits)
    {
        (Subject Subject, int Lines)[] runs =
        [
            (Subject.Pipeline, lines / 20), // Warms up the compiler; not shown.
            (Subject.Pipeline, lines / 4),
            (Subject.Pipeline, lines / 2),
            (Subject.Pipeline, lines),
            (Subject.NameOnly, lines),
            (Subject.Mediator, lines),
            (Subject.Mvvm, lines),
        ];

        Console.WriteLine($"| {string.Join(" | ", Columns)} |");
        Console.WriteLine($"|---{string.Concat(Enumerable.Repeat("|---:", Columns.Length - 1))}|");
        foreach (var (index, run) in runs.Index())
        {
            var code = SyntheticCode.Load(run.Subject, run.Lines);
            var session = new Session(run.Subject, code);
            var bind = Cost.Of(() => code.Compilation.Clone().GetDiagnostics());
            var first = Cost.Of(session.RunFirst);
            Cost[] costs = [.. Enum.GetValues<EditKind>().Select(kind => session.Measure(kind, edits))];
            if (index == 0)
                continue;

            string[] cells =
                [run.Subject.Name, $"{code.Lines}", $"{session.GeneratedFiles}", $"{bind}", $"{first}", .. costs.Select(cost => $"{cost}")];
            Console.WriteLine($"| {string.Join(" | ", cells)} |");
        }
    }
}
