using Microsoft.CodeAnalysis;
using Pipeline.Analyzers.Dependence.Calls;
using Pipeline.CodeFixes.Planning;
using Pipeline.Contract;

namespace Pipeline.CodeFixes.Rewriting;

/// <summary>Rewrites one flagged group of a document, and checks that the compiler has nothing new to say of the result.</summary>
internal static class RunTogetherFix
{
    /// <returns>The changed document, or null where no safe rewriting exists.</returns>
    public static async Task<Document?> ApplyAsync(Document document, int position, CallViews views, FixForm form, CancellationToken cancellationToken)
    {
        if (await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false) is not { } model
            || FlaggedGroup.Find(document, model, position, views, cancellationToken) is not { } group)
        {
            return null;
        }

        var root = await model.SyntaxTree.GetRootAsync(cancellationToken).ConfigureAwait(false);
        if (StatementList.Of(group.Region.Syntax) is not { } list)
        {
            return BlockBody.Around(group.Region.Syntax, root, position, model) is var (blocked, place)
                && await ApplyAsync(document.WithSyntaxRoot(blocked), place, views, form, cancellationToken).ConfigureAwait(false) is { } changed
                && await CompileCheck.CompilesAsWellAsync(document, changed, cancellationToken).ConfigureAwait(false)
                    ? changed
                    : null;
        }

        foreach (var slice in GroupSlices.Of(group, list))
        {
            foreach (var rewritten in Rewritings(root, list, slice, model, form).OfType<SyntaxNode>())
            {
                var result = document.WithSyntaxRoot(rewritten);
                if (await CompileCheck.CompilesAsWellAsync(document, result, cancellationToken).ConfigureAwait(false))
                    return result;
            }
        }

        return null;
    }

    /// <summary>What to try, the plainest first.</summary>
    private static IEnumerable<SyntaxNode?> Rewritings(SyntaxNode root, StatementList list, ParallelGroup group, SemanticModel model, FixForm form)
    {
        if (model.Compilation.GetTypeByMetadataName(WellKnownNames.Gather) is null)
        {
            if (form is FixForm.Together)
                yield return WhenAllRewriter.Rewrite(root, list, group, model);
            yield break;
        }

        var together = TogetherRewriter.Rewrite(root, list, group, model);
        if (form is FixForm.Together)
            yield return together;
        if (form is FixForm.Together || (together is not null && LevelsWaitNeedlessly(group)))
            yield return EarlyRewriter.Rewrite(root, list, group, model);
    }

    /// <summary>Whether a call waits for a whole level although it does not need all of it.</summary>
    private static bool LevelsWaitNeedlessly(ParallelGroup group)
    {
        for (int later = 0; later < group.Calls.Count; later++)
        {
            for (int earlier = 0; earlier < group.Calls.Count; earlier++)
            {
                if (group.Calls[earlier].Level < group.Calls[later].Level && !group.DependsOn(later, earlier))
                    return true;
            }
        }

        return false;
    }
}
