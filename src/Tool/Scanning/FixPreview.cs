using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Pipeline.CodeFixes.Rules;

namespace Pipeline.Tool.Scanning;

/// <summary>The code of a place before and after its fix.</summary>
/// <param name="Title">What the fix is called.</param>
/// <param name="Changed">The solution with the fix applied.</param>
/// <param name="FirstLine">The first line that differs, counted from 1.</param>
/// <param name="Before">The lines that the fix replaces.</param>
/// <param name="After">What it replaces them with.</param>
internal sealed record FixPreview(string Title, Solution Changed, int FirstLine, IReadOnlyList<string> Before, IReadOnlyList<string> After)
{
    private static readonly ImmutableArray<CodeFixProvider> Providers =
    [
        .. typeof(SequentialClientAwaitsCodeFix).Assembly.GetTypes()
            .Where(static type => !type.IsAbstract && type.IsSubclassOf(typeof(CodeFixProvider)))
            .Select(static type => (CodeFixProvider)Activator.CreateInstance(type)!),
    ];

    /// <returns>Null if there is no fix, or no fix is safe.</returns>
    public static async Task<FixPreview?> OfAsync(Finding finding, CancellationToken cancellationToken)
    {
        if (finding.Document is not { } document)
            return null;
        foreach (var provider in Providers.Where(provider => provider.FixableDiagnosticIds.Contains(finding.Diagnostic.Id)))
        {
            var actions = new List<CodeAction>();
            await provider.RegisterCodeFixesAsync(new(document, finding.Diagnostic, (action, _) => actions.Add(action), cancellationToken));
            foreach (var action in actions)
            {
                if (await ApplyAsync(action, document, cancellationToken) is { } preview)
                    return preview;
            }
        }

        return null;
    }

    private static async Task<FixPreview?> ApplyAsync(CodeAction action, Document document, CancellationToken cancellationToken)
    {
        var operations = await action.GetOperationsAsync(cancellationToken);
        if (operations.OfType<ApplyChangesOperation>().FirstOrDefault()?.ChangedSolution is not { } solution)
            return null;
        string[] before = await LinesAsync(document, cancellationToken);
        string[] after = await LinesAsync(solution.GetDocument(document.Id)!, cancellationToken);
        int start = before.Zip(after).TakeWhile(static pair => pair.First == pair.Second).Count();
        if (start == before.Length && start == after.Length)
            return null;
        int end = before.Skip(start).Reverse().Zip(after.Skip(start).Reverse()).TakeWhile(static pair => pair.First == pair.Second).Count();
        return new(action.Title, solution, start + 1, before[start..^end], after[start..^end]);
    }

    private static async Task<string[]> LinesAsync(Document document, CancellationToken cancellationToken)
    {
        var text = await document.GetTextAsync(cancellationToken);
        return [.. text.Lines.Select(static line => line.ToString())];
    }
}
