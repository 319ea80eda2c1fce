namespace Pipeline.Architecture.Tests;

/// <summary>The sections of <c>edges.txt</c>.</summary>
internal static class EdgeList
{
    private static readonly string[] Lines = File.ReadAllLines(Path.Combine(Repository.Root, "tests", "Architecture.Tests", "edges.txt"));

    /// <summary>The sections that say something of a project's folders.</summary>
    public static IEnumerable<string> ProjectsWithFolders() =>
        from line in Lines
        where line.StartsWith("[folders of ", StringComparison.Ordinal)
        select line["[folders of ".Length..^1];

    /// <summary>Each name of a section, with those it may know.</summary>
    public static IReadOnlyDictionary<string, string[]> Section(string title) => Lines
        .SkipWhile(line => line != $"[{title}]")
        .Skip(1)
        .TakeWhile(static line => !line.StartsWith('['))
        .Where(static line => line.Contains(':', StringComparison.Ordinal) && !line.StartsWith('#'))
        .Select(static line => line.Split(':'))
        .ToDictionary(static entry => entry[0].Trim(), static entry => entry[1].Split(' ', StringSplitOptions.RemoveEmptyEntries));
}
