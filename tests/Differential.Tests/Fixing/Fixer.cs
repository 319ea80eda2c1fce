using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Pipeline.Differential.Generation;

namespace Pipeline.Differential.Fixing;

/// <summary>Applies what the code fixes offer until nothing is offered any more.</summary>
internal static class Fixer
{
    private const int MostRounds = 12;

    public static async Task<IReadOnlyList<FixedBody>> FixAsync(IReadOnlyList<BodySource> bodies, Strategy strategy)
    {
        using var project = new BodyProject(bodies);
        var warningsBefore = await project.CompilerDiagnosticsAsync();
        var reportsBefore = await project.ReportsAsync();
        var applied = bodies.ToDictionary(body => body, _ => new List<string>());
        var reports = reportsBefore;
        bool again;
        for (var round = 0; ; round++)
        {
            again = strategy == Strategy.FixAll
                ? await FixAllAsync(project, reports, applied)
                : await FixOneEachAsync(project, reports, strategy, applied);
            if (!again || round == MostRounds)
                break;
            reports = await project.ReportsAsync();
        }

        var warnings = await project.CompilerDiagnosticsAsync();
        var results = new List<FixedBody>();
        foreach (var body in bodies)
        {
            var text = (await project.Find(body).GetTextAsync()).ToString();
            results.Add(new FixedBody(body, body.Variant(strategy.ToString(), text), strategy)
            {
                Actions = applied[body],
                Reports = [.. reportsBefore[body.FileName].Select(report => report.Id)],
                Left = [.. reports[body.FileName].Select(report => report.Id)],
                IsUnfinished = again && applied[body].Count > MostRounds,
                NewDiagnostics =
                [
                    .. New(warningsBefore[body.FileName], warnings[body.FileName]),
                    .. New(reportsBefore[body.FileName], reports[body.FileName]),
                ],
            });
        }

        return results;
    }

    /// <summary>The first report of each body that has a fix.</summary>
    private static async Task<bool> FixOneEachAsync(
        BodyProject project, ILookup<string, Diagnostic> reports, Strategy strategy, Dictionary<BodySource, List<string>> applied)
    {
        var before = project.Solution;
        foreach (var (body, titles) in applied)
        {
            var document = before.GetDocument(project.Find(body).Id)!;
            foreach (var report in reports[body.FileName])
            {
                var actions = await OfferAsync(document, report);
                if (actions.Count == 0)
                    continue;
                var action = strategy == Strategy.FirstAction ? actions[0] : actions[^1];
                titles.Add(action.Title);
                var changed = (await ApplyAsync(action)).GetDocument(document.Id)!;
                project.Solution = project.Solution.WithDocumentText(document.Id, await changed.GetTextAsync());
                break;
            }
        }

        return project.Solution != before;
    }

    /// <summary>All reports of the first rule that offers something.</summary>
    private static async Task<bool> FixAllAsync(BodyProject project, ILookup<string, Diagnostic> reports, Dictionary<BodySource, List<string>> applied)
    {
        foreach (var (body, _) in applied)
        {
            foreach (var report in reports[body.FileName])
            {
                if (await OfferAsync(project.Find(body), report) is not [var action, ..])
                    continue;
                var fix = Rules.FixFor(report.Id)!;
                var context = new FixAllContext(
                    project.Find(body), fix, FixAllScope.Project, action.EquivalenceKey, fix.FixableDiagnosticIds,
                    new KnownDiagnostics(reports), CancellationToken.None);
                if (await fix.GetFixAllProvider()!.GetFixAsync(context) is not { } all)
                    continue;
                var before = project.Solution;
                project.Solution = await ApplyAsync(all);
                var changed = project.Solution.GetChanges(before).GetProjectChanges().SelectMany(change => change.GetChangedDocuments()).ToHashSet();
                foreach (var (other, titles) in applied.Where(pair => changed.Contains(project.Find(pair.Key).Id)))
                    titles.Add(all.Title);
                return changed.Count > 0;
            }
        }

        return false;
    }

    private static async Task<IReadOnlyList<CodeAction>> OfferAsync(Document document, Diagnostic report)
    {
        var actions = new List<CodeAction>();
        if (Rules.FixFor(report.Id) is { } fix)
            await fix.RegisterCodeFixesAsync(new CodeFixContext(document, report, (action, _) => actions.Add(action), CancellationToken.None));
        return actions;
    }

    private static async Task<Solution> ApplyAsync(CodeAction action) =>
        (await action.GetOperationsAsync(CancellationToken.None)).OfType<ApplyChangesOperation>().Single().ChangedSolution;

    private static IEnumerable<string> New(IEnumerable<Diagnostic> before, IEnumerable<Diagnostic> after)
    {
        var known = before.CountBy(diagnostic => diagnostic.Id).ToDictionary();
        return after.GroupBy(diagnostic => diagnostic.Id)
            .Where(same => same.Count() > known.GetValueOrDefault(same.Key))
            .Select(same => same.Last().ToString());
    }
}
