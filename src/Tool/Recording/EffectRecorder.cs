using Microsoft.CodeAnalysis;
using Pipeline.Analyzers.Library.Recorded;

namespace Pipeline.Tool.Recording;

/// <summary>
/// Writes down which methods of a solution change nothing and may run twice at once, for projects that see neither their bodies nor what
/// stands behind their interfaces. Projects are read again with what was found before, until nothing new is found.
/// </summary>
internal static class EffectRecorder
{
    /// <summary>Each pass looks one project further; what a pass finds holds, whether or not another follows.</summary>
    private const int MostPasses = 16;

    private const string Head = """
        # What the methods of this solution do, for the rules of Pipeline in projects that do not see their bodies.
        # Written by `pipeline scan --record`; `pipeline scan --verify` fails when it is out of date. Check it in.
        # A line of your own, `reads M:Shop.IRates.LoadAsync(System.String) declared`, says what the code does not show, and stays.

        """;

    /// <param name="solution">The projects, restored.</param>
    /// <param name="existing">The file as it is, for the lines that a person has written; null if there is none.</param>
    /// <param name="report">Told what is being looked at.</param>
    /// <param name="cancellationToken">Stops the recording.</param>
    /// <returns>The file's text, and all that was looked at for it.</returns>
    public static async Task<(string Text, SolutionEffects Effects)> RecordAsync(
        Solution solution, string? existing, Action<string> report, CancellationToken cancellationToken)
    {
        var declared = EffectFile.Parse(existing ?? "").Members.Where(static member => member.IsDeclared).ToArray();
        var projects = solution.Projects
            .Where(static project => project.Language is LanguageNames.CSharp && !TestProjects.Contains(project))
            .OrderBy(static project => project.Name, StringComparer.Ordinal).ToArray();
        var effects = new SolutionEffects();
        foreach (var project in projects)
        {
            report($"Recording {project.Name}");
            if (await project.GetCompilationAsync(cancellationToken) is { } compilation)
                effects.Add(new(compilation, project.AnalyzerOptions.AnalyzerConfigOptionsProvider), cancellationToken);
        }

        string text = Render(declared, []);
        effects.Learn(EffectFile.Parse(text), [.. declared.Select(static member => member.Id)]);
        for (int pass = 1; pass <= MostPasses; pass++)
        {
            report($"Recording effects, pass {pass}");
            int asked = effects.Asked;
            string next = Render(declared, LinesOf(effects, cancellationToken));
            string[] news = [.. EffectChanges.Ids(text, next)];
            if (news.Length == 0 && effects.Asked == asked)
                break;
            text = next;
            effects.Learn(EffectFile.Parse(text), news);
        }

        return (text, effects);
    }

    private static IEnumerable<(string Id, string Line)> LinesOf(SolutionEffects effects, CancellationToken cancellationToken) =>
        effects.Members(cancellationToken).Select(static member => (member.Id, EffectFile.LineOf(member)));

    private static string Render(IReadOnlyCollection<RecordedMember> declared, IEnumerable<(string Id, string Line)> found)
    {
        var ids = declared.Select(static member => member.Id).ToHashSet(StringComparer.Ordinal);
        var lines = declared.Select(static member => (member.Id, Line: EffectFile.LineOf(member)))
            .Concat(found.Where(line => !ids.Contains(line.Id)))
            .OrderBy(static line => line.Id, StringComparer.Ordinal);
        return Head.ReplaceLineEndings("\n") + string.Concat(lines.Select(static line => line.Line + "\n"));
    }
}
