using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;
using Pipeline.Differential.Generation;

namespace Pipeline.Differential.Fixing;

/// <summary>Applies what the code fixes offer until nothing is offered any more.</summary>
internal static class Fixer
{
    private const int MostRounds = 12;

    /// <summary>The bodies, fixed in each way.</summary>
    public static async Task<IReadOnlyList<FixedBody>> FixAsync(IReadOnlyList<BodySource> bodies, IReadOnlyList<Strategy> strategies)
    {
        using var project = await BodyProject.CreateAsync(bodies);
        var (original, reports) = (project.Solution, await project.ReportsAsync(bodies, Rules.Analyzers));
        var results = new List<FixedBody>();
        foreach (var strategy in strategies)
        {
            // The last action is the first one where there is only one.
            var same = strategy == Strategy.LastAction
                ? results.Where(result => result is { Strategy: Strategy.FirstAction, HadChoice: false }).ToArray()
                : [];
            project.Solution = original;
            results.AddRange(same.Select(result => result with { Strategy = strategy }));
            results.AddRange(await FixAsync(project, [.. bodies.Except(same.Select(result => result.Original))], strategy, reports));
        }

        return [.. results.GroupBy(result => (result.Original, result.Text)).SelectMany(same => same.Select(result => result with { Fixed = same.First().Fixed }))];
    }

    private static async Task<IReadOnlyList<FixedBody>> FixAsync(
        BodyProject project, IReadOnlyList<BodySource> bodies, Strategy strategy, Reports reportsBefore)
    {
        var applied = bodies.ToDictionary(body => body, _ => new List<string>());
        var choices = new HashSet<BodySource>();
        var reports = reportsBefore;
        IReadOnlyList<BodySource> changed = bodies;
        for (var round = 0; changed.Count > 0 && round <= MostRounds; round++)
        {
            // What no fix was offered for in one round is not looked at in the next: it is as it was.
            changed = strategy == Strategy.FixAll
                ? await FixAllAsync(project, reports, applied)
                : await FixOneEachAsync(project, changed, reports, strategy, applied, choices);
            reports = reports.With(await project.ReportsAsync(changed, Rules.SeenAnalyzers));
        }

        var results = new List<FixedBody>();
        foreach (var body in bodies)
        {
            var text = (await project.Find(body).GetTextAsync()).ToString();
            results.Add(new FixedBody(body, text, body.Variant(strategy.ToString(), text), strategy)
            {
                Actions = applied[body],
                Reports = [.. reportsBefore[body].Select(report => report.Id)],
                Left = [.. reports[body].Select(report => report.Id)],
                HadChoice = choices.Contains(body),
                IsUnfinished = changed.Contains(body) && applied[body].Count > MostRounds,
                NewReports = [.. reports[body].Where(IsSeen).BeyondThoseOf(reportsBefore[body])],
            });
        }

        return results;
    }

    /// <summary>The first report of each body that has a fix.</summary>
    private static async Task<IReadOnlyList<BodySource>> FixOneEachAsync(
        BodyProject project, IReadOnlyList<BodySource> bodies, Reports reports, Strategy strategy,
        Dictionary<BodySource, List<string>> applied, HashSet<BodySource> choices)
    {
        var before = project.Solution;
        var changed = new List<BodySource>();
        foreach (var body in bodies)
        {
            var document = before.GetDocument(project.Find(body).Id)!;
            foreach (var report in reports[body].Where(IsSeen))
            {
                var actions = await OfferAsync(document, report);
                if (actions.Count == 0)
                    continue;
                if (actions.Count > 1)
                    choices.Add(body);
                if (await ApplyFirstAsync(document, strategy == Strategy.FirstAction ? actions : actions.Reverse()) is not var (title, text))
                    continue;
                applied[body].Add(title);
                project.Solution = project.Solution.WithDocumentText(document.Id, text);
                changed.Add(body);
                break;
            }
        }

        return changed;
    }

    /// <summary>What the first of the actions makes of the document that makes anything of it.</summary>
    private static async Task<(string Title, SourceText Text)?> ApplyFirstAsync(Document document, IEnumerable<CodeAction> actions)
    {
        var before = await document.GetTextAsync();
        foreach (var action in actions)
        {
            var text = await (await ApplyAsync(action)).GetDocument(document.Id)!.GetTextAsync();
            if (!text.ContentEquals(before))
                return (action.Title, text);
        }

        return null;
    }

    /// <summary>All reports of the first rule that offers something.</summary>
    private static async Task<IReadOnlyList<BodySource>> FixAllAsync(BodyProject project, Reports reports, Dictionary<BodySource, List<string>> applied)
    {
        var tried = new HashSet<string>();
        foreach (var body in applied.Keys)
        {
            foreach (var report in reports[body].Where(report => IsSeen(report) && !tried.Contains(report.Id)))
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
                var documents = project.Solution.GetChanges(before).GetProjectChanges().SelectMany(change => change.GetChangedDocuments()).ToHashSet();
                var changed = new List<BodySource>();
                foreach (var other in applied.Keys.Where(other => documents.Contains(project.Find(other).Id)))
                {
                    var document = project.Find(other);
                    if ((await document.GetTextAsync()).ContentEquals(await before.GetDocument(document.Id)!.GetTextAsync()))
                        continue;
                    applied[other].Add(all.Title);
                    changed.Add(other);
                }

                if (changed.Count > 0)
                    return changed;
                tried.Add(report.Id);
            }
        }

        return [];
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

    /// <summary>Nobody sees a hidden one unless it is turned on.</summary>
    private static bool IsSeen(Diagnostic report) => report.Severity > DiagnosticSeverity.Hidden;
}
