using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Pipeline.Analyzers.Dependence.Calls;
using Pipeline.Analyzers.Rules.Parallelism.Blocking;
using Pipeline.CodeFixes.Planning;

namespace Pipeline.CodeFixes.Rewriting.Asynchrony;

/// <summary>
/// Makes a sync API async in three steps: its signature, its calls, and those that can, together. Its name on the proxy stays, so
/// that only code that names the method itself would notice.
/// </summary>
internal static class AsyncApiFix
{
    private const int MostGroups = 16;

    /// <returns>
    /// What changes the document, or null where somebody would notice. It changes nothing where nothing would run together.
    /// </returns>
    public static async Task<Func<CancellationToken, Task<Document?>>?> PlanAsync(
        Document document, int position, CancellationToken cancellationToken)
    {
        if (await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false) is not { } model)
            return null;
        var root = await model.SyntaxTree.GetRootAsync(cancellationToken).ConfigureAwait(false);
        if (root.FindToken(position).Parent?.FirstAncestorOrSelf<MethodDeclarationSyntax>() is not { ContainsDirectives: false } declaration
            || AsyncSignature.Of(declaration, model) is not { } signature
            || await ApiCallers.ExistAsync(document, model.GetDeclaredSymbol(declaration, cancellationToken)!, cancellationToken)
                .ConfigureAwait(false))
        {
            return null;
        }

        return token => ApplyAsync(document, root, declaration, signature, token);
    }

    private static async Task<Document?> ApplyAsync(
        Document document, SyntaxNode root, MethodDeclarationSyntax declaration, MethodDeclarationSyntax signature,
        CancellationToken cancellationToken)
    {
        var mark = new SyntaxAnnotation();
        var result = document.WithSyntaxRoot(root.ReplaceNode(declaration, signature.WithAdditionalAnnotations(mark)));
        if (await AsyncCalls.ReplaceAsync(result, mark, cancellationToken).ConfigureAwait(false) is not { } awaiting)
            return null;
        return await GatherAsync(awaiting, mark, cancellationToken).ConfigureAwait(false) is { } gathered
            && await CompileCheck.CompilesAsWellAsync(document, gathered, cancellationToken).ConfigureAwait(false)
            && await CompileCheck.BuildsAsync(gathered.Project, cancellationToken).ConfigureAwait(false)
                ? gathered
                : null;
    }

    private static async Task<Document?> GatherAsync(Document document, SyntaxAnnotation mark, CancellationToken cancellationToken)
    {
        Document? changed = null;
        for (int round = 0; round < MostGroups; round++)
        {
            var current = changed ?? document;
            if (await NextAsync(current, mark, cancellationToken).ConfigureAwait(false) is not { } next)
                break;
            changed = next;
        }

        return changed is not null && !await BlocksAsync(changed, mark, cancellationToken).ConfigureAwait(false) ? changed : null;
    }

    private static async Task<Document?> NextAsync(Document document, SyntaxAnnotation mark, CancellationToken cancellationToken)
    {
        var model = await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false);
        foreach (int position in FlaggedGroup.PositionsIn(document, model!, Method(model!, mark).Span, CallViews.Async, cancellationToken))
        {
            if (await RunTogetherFix.PlanAsync(document, position, CallViews.Async, FixForm.Together, cancellationToken)
                .ConfigureAwait(false) is { } plan
                && await plan(cancellationToken).ConfigureAwait(false) is { } changed)
                return changed;
        }

        return null;
    }

    private static async Task<bool> BlocksAsync(Document document, SyntaxAnnotation mark, CancellationToken cancellationToken)
    {
        var model = await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false);
        return Method(model!, mark).DescendantNodes().OfType<ExpressionSyntax>()
            .Any(node => model!.GetOperation(node, cancellationToken) is { } operation && BlockingCall.Find(operation) is not null);
    }

    private static SyntaxNode Method(SemanticModel model, SyntaxAnnotation mark) =>
        model.SyntaxTree.GetRoot().GetAnnotatedNodes(mark).Single();
}
