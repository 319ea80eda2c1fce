using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Pipeline.Analyzers.Calls;
using Pipeline.Analyzers.Dependence;
using Pipeline.Shared;

namespace Pipeline.CodeFixes.Parallel;

/// <summary>Rewrites one flagged group of a document, and checks that the compiler has nothing new to say of the result.</summary>
internal static class RunTogetherFix
{
    /// <returns>The changed document, or null where no safe rewriting exists.</returns>
    public static async Task<Document?> ApplyAsync(Document document, int position, CallViews views, FixForm form, CancellationToken cancellationToken)
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
        foreach (var changed in Rewritings(root, list, calls, group, model, form).OfType<SyntaxNode>())
        {
            var result = document.WithSyntaxRoot(changed);
            if (await CompileCheck.CompilesAsWellAsync(document, result, cancellationToken).ConfigureAwait(false))
                return result;
        }

        return null;
    }

    /// <summary>What to try, the plainest first.</summary>
    private static IEnumerable<SyntaxNode?> Rewritings(
        SyntaxNode root, StatementList list, IReadOnlyList<ParallelCall> calls, CallGroup group, SemanticModel model, FixForm form)
    {
        if (model.Compilation.GetTypeByMetadataName(WellKnownNames.Gather) is null)
        {
            if (form is FixForm.Together)
                yield return WhenAllRewriter.Rewrite(root, list, calls, group, model);
            yield break;
        }

        var together = TogetherRewriter.Rewrite(root, list, calls, model);
        if (form is FixForm.Together)
            yield return together;
        if (form is FixForm.Together || (together is not null && LevelsWaitNeedlessly(calls, group)))
            yield return EarlyRewriter.Rewrite(root, list, calls, group, model);
    }

    /// <summary>Whether a call waits for a whole level although it does not need all of it.</summary>
    private static bool LevelsWaitNeedlessly(IReadOnlyList<ParallelCall> calls, CallGroup group)
    {
        for (int later = 0; later < calls.Count; later++)
        {
            for (int earlier = 0; earlier < calls.Count; earlier++)
            {
                if (calls[earlier].Level < calls[later].Level && !group.DependsOn(later, earlier))
                    return true;
            }
        }

        return false;
    }

    private static bool ContainsDirectives(IReadOnlyList<StatementSyntax> statements) => statements.Any(static statement => statement.ContainsDirectives);
}
