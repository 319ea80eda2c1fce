using Microsoft.CodeAnalysis;
using Pipeline.Analyzers.Dependence.Calls;
using Pipeline.Analyzers.Dependence.Groups;
using Pipeline.CodeFixes.Planning;
using Pipeline.Contract;

namespace Pipeline.CodeFixes.Rewriting;

/// <summary>Rewrites one flagged group of a document, and checks that the compiler has nothing new to say of the result.</summary>
internal static class RunTogetherFix
{
    /// <returns>What rewrites the group, or null where no safe rewriting is in sight.</returns>
    public static async Task<Func<CancellationToken, Task<Document?>>?> PlanAsync(
        Document document, int position, CallViews views, FixForm form, CancellationToken cancellationToken)
    {
        if (await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false) is not { } model
            || FlaggedGroup.Find(document, model, position, views, cancellationToken) is not { } group)
        {
            return null;
        }

        var root = await model.SyntaxTree.GetRootAsync(cancellationToken).ConfigureAwait(false);
        if (StatementList.Of(group.Region.Syntax) is { } list)
            return GroupSlices.Of(group, list).Any(slice => IsInSight(root, list, slice, model, form)) ? token =>
                ApplyAsync(document, root, list, group, model, form, token) : null;

        if (BlockBody.Around(group.Region.Syntax, root, position, model) is not var (blocked, place)
            || await PlanAsync(document.WithSyntaxRoot(blocked), place, views, form, cancellationToken)
                .ConfigureAwait(false) is not { } plan)
        {
            return null;
        }

        return async token => await plan(token).ConfigureAwait(false) is { } changed
            && await CompileCheck.CompilesAsWellAsync(document, changed, token).ConfigureAwait(false) ? changed : null;
    }

    /// <summary>
    /// The longest slice that the compiler has nothing against. What starts earliest starts no less than what runs together.
    /// </summary>
    private static async Task<Document?> ApplyAsync(
        Document document, SyntaxNode root, StatementList list, CallGroup group, SemanticModel model, FixForm form,
        CancellationToken cancellationToken)
    {
        foreach (var slice in GroupSlices.Of(group, list))
        {
            if (slice.KeepsPlaces)
            {
                if (await CheckAsync(document, InPlaceRewriter.Rewrite(root, list, slice, model), cancellationToken)
                    .ConfigureAwait(false) is { } kept)
                    return kept;
                continue;
            }

            if (!HasRuntime(model))
            {
                if (await CheckAsync(document, WhenAllRewriter.Rewrite(root, list, slice, model), cancellationToken)
                    .ConfigureAwait(false) is { } awaited)
                    return awaited;
                continue;
            }

            var together =
                await CheckAsync(document, TogetherRewriter.Rewrite(root, list, slice, model), cancellationToken).ConfigureAwait(false);
            if (form is FixForm.Together && together is not null)
                return together;
            if (form is FixForm.Early && together is not null && !LevelsWaitNeedlessly(slice))
                return null;
            var early =
                await CheckAsync(document, EarlyRewriter.Rewrite(root, list, slice, model), cancellationToken).ConfigureAwait(false);
            if (together is not null || early is not null)
                return form is FixForm.Together || together is not null ? early : null;
        }

        return null;
    }

    private static async Task<Document?> CheckAsync(Document document, SyntaxNode? changed, CancellationToken cancellationToken)
    {
        if (changed is null)
            return null;
        var result = document.WithSyntaxRoot(changed);
        return await CompileCheck.CompilesAsWellAsync(document, result, cancellationToken).ConfigureAwait(false) ? result : null;
    }

    private static bool IsInSight(SyntaxNode root, StatementList list, ParallelGroup slice, SemanticModel model, FixForm form) =>
        form switch
        {
            _ when slice.KeepsPlaces => form is FixForm.Together && HasRuntime(model) && InPlaceRewriter.CanRewrite(list, slice, model),
            _ when !HasRuntime(model) => form is FixForm.Together && WhenAllRewriter.Rewrite(root, list, slice, model) is not null,
            FixForm.Together => TogetherRewriter.CanRewrite(list, slice, model) || EarlyRewriter.CanRewrite(list, slice, model),
            _ => LevelsWaitNeedlessly(slice) && TogetherRewriter.CanRewrite(list, slice, model)
                && EarlyRewriter.CanRewrite(list, slice, model),
        };

    private static bool HasRuntime(SemanticModel model) => model.Compilation.GetTypeByMetadataName(WellKnownNames.Gather) is not null;

    /// <summary>Whether a call waits for a whole level although it does not need all of it.</summary>
    private static bool LevelsWaitNeedlessly(ParallelGroup group)
    {
        for (int later = 0; later < group.Calls.Count; later++)
        {
            for (int earlier = 0; earlier < group.Calls.Count; earlier++)
            {
                if (group.Levels[earlier] < group.Levels[later] && !group.DependsOn(later, earlier))
                    return true;
            }
        }

        return false;
    }
}
