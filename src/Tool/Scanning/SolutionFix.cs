using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Pipeline.Tool.Scanning;

/// <summary>Applies the fix of every finding that has one.</summary>
internal static class SolutionFix
{
    /// <summary>The files that differ, by path. In each, the last place goes first, so that the others stay where they are.</summary>
    public static async Task<IReadOnlyDictionary<string, SourceText>> ApplyAsync(
        Solution solution, IEnumerable<Finding> findings, CancellationToken cancellationToken)
    {
        var changed = new Dictionary<string, SourceText>(StringComparer.Ordinal);
        var files = findings.Where(static finding => finding.Document?.FilePath is not null)
            .GroupBy(static finding => finding.Document!.Id);
        foreach (var file in files)
        {
            foreach (var finding in file.OrderByDescending(static finding => finding.Diagnostic.Location.SourceSpan.Start))
            {
                var current = finding with { Document = solution.GetDocument(file.Key) };
                if (await FixPreview.OfAsync(current, cancellationToken) is { } fix)
                    solution = fix.Changed;
            }

            var document = solution.GetDocument(file.Key)!;
            var text = await document.GetTextAsync(cancellationToken);
            var before = await file.First().Document!.GetTextAsync(cancellationToken);
            if (!text.ContentEquals(before))
                changed[document.FilePath!] = text;
        }

        return changed;
    }
}
