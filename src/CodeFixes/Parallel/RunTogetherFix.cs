using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Pipeline.Analyzers.Calls;

namespace Pipeline.CodeFixes.Parallel;

/// <summary>Rewrites one flagged group of a document, and checks that the compiler has nothing new to say of the result.</summary>
internal static class RunTogetherFix
{
    /// <returns>The changed document, or null where no safe rewriting exists.</returns>
    public static async Task<Document?> ApplyAsync(Document document, int position, CallViews views, CancellationToken cancellationToken)
    {
        if (await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false) is not { } model
            || FlaggedGroup.Find(document, model, position, views, cancellationToken) is not { } group
            || StatementList.Of(group.Region.Syntax) is not { } list
            || ContainsDirectives(list.Statements)
            || ParallelCallReader.Read(group, list.Statements) is not { } calls)
        {
            return null;
        }

        var root = await model.SyntaxTree.GetRootAsync(cancellationToken).ConfigureAwait(false);
        if (TogetherRewriter.Rewrite(root, list, calls, model) is not { } changed)
            return null;
        var result = document.WithSyntaxRoot(changed);
        return await CompilesAsWellAsync(document, result, cancellationToken).ConfigureAwait(false) ? result : null;
    }

    private static bool ContainsDirectives(IReadOnlyList<StatementSyntax> statements) => statements.Any(static statement => statement.ContainsDirectives);

    /// <summary>Definite assignment, nullable flow, conversions, variables out of scope: the compiler knows them best.</summary>
    private static async Task<bool> CompilesAsWellAsync(Document before, Document after, CancellationToken cancellationToken)
    {
        var known = await DiagnosticsAsync(before, cancellationToken).ConfigureAwait(false);
        var now = await DiagnosticsAsync(after, cancellationToken).ConfigureAwait(false);
        return now.All(count => known.TryGetValue(count.Key, out int had) && count.Value <= had);
    }

    private static async Task<Dictionary<string, int>> DiagnosticsAsync(Document document, CancellationToken cancellationToken)
    {
        var model = await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false);
        return model!.GetDiagnostics(cancellationToken: cancellationToken)
            .Where(static diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning)
            .GroupBy(static diagnostic => diagnostic.Id)
            .ToDictionary(static group => group.Key, static group => group.Count());
    }
}
