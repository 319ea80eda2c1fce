using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Pipeline.Analyzers.Dependence.Calls;
using Pipeline.CodeFixes.Planning;
using Pipeline.Contract;

namespace Pipeline.CodeFixes.Rewriting.Loops;

/// <summary>Rewrites one flagged loop of a document, and checks that the compiler has nothing new to say of the result.</summary>
internal static class GatherEachFix
{
    /// <returns>What rewrites it, or null where no safe rewriting exists.</returns>
    public static async Task<Func<CancellationToken, Task<Document?>>?> PlanAsync(
        Document document, int position, CallViews views, CancellationToken cancellationToken)
    {
        if (await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false) is not { } model
            || FlaggedGroup.FindLoop(document, model, position, views, cancellationToken) is not { } loop
            || model.Compilation.GetTypeByMetadataName(WellKnownNames.Gather) is null
            || LoopShape.Of(loop, model) is not { } shape)
        {
            return null;
        }

        return async token =>
        {
            var (gather, needsUsing) = GatherName.At(model, position);
            var root = await model.SyntaxTree.GetRootAsync(token).ConfigureAwait(false);
            var changed = new GatherEachWriter(shape, gather, model).Rewrite(root);
            var result = document.WithSyntaxRoot(needsUsing ? GatherName.AddUsing((CompilationUnitSyntax)changed) : changed);
            return await CompileCheck.CompilesAsWellAsync(document, result, token).ConfigureAwait(false) ? result : null;
        };
    }
}
