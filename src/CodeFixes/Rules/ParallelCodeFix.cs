using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Pipeline.CodeFixes.Rules;

/// <summary>
/// A fix that rewrites what was reported as a whole: found again in the document as it is now, and offered only where it is safe.
/// </summary>
public abstract class ParallelCodeFix : CodeFixProvider
{
    private const int MostRounds = 32;

    /// <summary>The titles of the actions, the plainest first.</summary>
    protected abstract ImmutableArray<string> Titles { get; }

    /// <inheritdoc/>
    public sealed override FixAllProvider GetFixAllProvider() => FixAllProvider.Create(async (context, document, diagnostics) =>
        await FixAllAsync(document, diagnostics, context.CodeActionEquivalenceKey ?? Titles[0], context.CancellationToken)
            .ConfigureAwait(false));

    /// <inheritdoc/>
    public sealed override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        foreach (var diagnostic in context.Diagnostics)
        {
            foreach (string title in Titles)
            {
                if (await PlanAsync(context.Document, diagnostic.Location.SourceSpan.Start, title, context.CancellationToken)
                    .ConfigureAwait(false) is not { } plan)
                    continue;
                context.RegisterCodeFix(
                    CodeAction.Create(title, async token => await plan(token).ConfigureAwait(false) ?? context.Document, title),
                    diagnostic);
            }
        }
    }

    /// <summary>
    /// Looks at what is reported at the position, writes and compiles nothing: an editor asks at every step of the cursor. The plan
    /// does both, and gives null where the compiler objects to the result.
    /// </summary>
    /// <returns>Null where no safe rewriting is in sight.</returns>
    protected abstract Task<Func<CancellationToken, Task<Document?>>?> PlanAsync(
        Document document, int position, string title, CancellationToken cancellationToken);

    /// <summary>
    /// Where the rule would report something in a member of the document as it is now; nowhere if one rewriting is all there is to do.
    /// </summary>
    protected virtual IEnumerable<int> FindReports(Document document, SemanticModel model, TextSpan member,
        CancellationToken cancellationToken) => [];

    private async Task<Document> FixAllAsync(
        Document document, ImmutableArray<Diagnostic> diagnostics, string title, CancellationToken cancellationToken)
    {
        if (await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false) is not { } root)
            return document;

        var marks = diagnostics
            .OrderByDescending(static diagnostic => diagnostic.Location.SourceSpan.Start)
            .Select(diagnostic => (Node: root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true),
                Mark: new SyntaxAnnotation()))
            .ToArray();
        var members = marks.Select(static mark => MemberOf(mark.Node)).Distinct()
            .Select(static member => (Node: member, Mark: new SyntaxAnnotation())).ToArray();
        var all = marks.Concat(members).ToArray();
        var marked = document.WithSyntaxRoot(root.ReplaceNodes(
            all.Select(static mark => mark.Node).Distinct(),
            (original, rewritten) =>
                rewritten.WithAdditionalAnnotations(all.Where(mark => mark.Node == original).Select(static mark => mark.Mark))));
        var changed = await ApplyAllAsync(marked, [.. marks.Select(static mark => mark.Mark)], title, cancellationToken)
            .ConfigureAwait(false);
        foreach (var (_, mark) in members)
            changed = await FixRestAsync(changed, mark, title, cancellationToken).ConfigureAwait(false);
        return changed == marked ? document : changed;
    }

    private async Task<Document> ApplyAllAsync(
        Document document, ImmutableArray<SyntaxAnnotation> marks, string title, CancellationToken cancellationToken)
    {
        foreach (var mark in marks)
        {
            var current = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
            if (current!.GetAnnotatedNodes(mark).FirstOrDefault() is { } call)
                document = await ApplyAnyAsync(document, call.SpanStart, title, cancellationToken).ConfigureAwait(false) ?? document;
        }

        return document;
    }

    /// <summary>What is still reported in a member, or is only now. Where a directive may switch the rule off, nothing.</summary>
    private async Task<Document> FixRestAsync(Document document, SyntaxAnnotation mark, string title, CancellationToken cancellationToken)
    {
        for (int round = 0; round < MostRounds; round++)
        {
            var model = await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false);
            var root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
            if (root!.GetAnnotatedNodes(mark).FirstOrDefault() is not { ContainsDirectives: false } member)
                return document;

            Document? changed = null;
            foreach (int position in FindReports(document, model!, member.Span, cancellationToken))
                changed ??= await ApplyAnyAsync(document, position, title, cancellationToken).ConfigureAwait(false);
            if (changed is null)
                return document;
            document = changed;
        }

        return document;
    }

    private static SyntaxNode MemberOf(SyntaxNode node) =>
        node.FirstAncestorOrSelf<MemberDeclarationSyntax>(static member =>
            member is not GlobalStatementSyntax) ?? node.SyntaxTree.GetRoot();

    private async Task<Document?> ApplyAnyAsync(Document document, int position, string title, CancellationToken cancellationToken)
    {
        foreach (string next in Titles.OrderBy(other => other != title))
        {
            if (await PlanAsync(document, position, next, cancellationToken).ConfigureAwait(false) is { } plan
                && await plan(cancellationToken).ConfigureAwait(false) is { } changed)
                return changed;
        }

        return null;
    }
}
