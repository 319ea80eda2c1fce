using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Pipeline.CodeFixes;

/// <summary>A fix that rewrites what was reported as a whole: found again in the document as it is now, and offered only where it is safe.</summary>
public abstract class ParallelCodeFix : CodeFixProvider
{
    /// <summary>The titles of the actions, the plainest first.</summary>
    protected abstract ImmutableArray<string> Titles { get; }

    /// <inheritdoc/>
    public sealed override FixAllProvider GetFixAllProvider() => FixAllProvider.Create(async (context, document, diagnostics) =>
        await FixAllAsync(document, diagnostics, context.CodeActionEquivalenceKey ?? Titles[0], context.CancellationToken).ConfigureAwait(false));

    /// <inheritdoc/>
    public sealed override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        foreach (var diagnostic in context.Diagnostics)
        {
            foreach (string title in Titles)
            {
                if (await ApplyAsync(context.Document, diagnostic.Location.SourceSpan.Start, title, context.CancellationToken).ConfigureAwait(false) is { } changed)
                    context.RegisterCodeFix(CodeAction.Create(title, _ => Task.FromResult(changed), title), diagnostic);
            }
        }
    }

    /// <summary>The document with what is reported at the position rewritten; null where no safe rewriting exists.</summary>
    protected abstract Task<Document?> ApplyAsync(Document document, int position, string title, CancellationToken cancellationToken);

    private async Task<Document> FixAllAsync(
        Document document, ImmutableArray<Diagnostic> diagnostics, string title, CancellationToken cancellationToken)
    {
        if (await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false) is not { } root)
            return document;

        var marks = diagnostics
            .OrderByDescending(static diagnostic => diagnostic.Location.SourceSpan.Start)
            .Select(diagnostic => (Call: root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true), Mark: new SyntaxAnnotation()))
            .ToArray();
        document = document.WithSyntaxRoot(root.ReplaceNodes(
            marks.Select(static mark => mark.Call).Distinct(),
            (original, rewritten) => rewritten.WithAdditionalAnnotations(marks.Where(mark => mark.Call == original).Select(static mark => mark.Mark))));
        foreach (var (_, mark) in marks)
        {
            var current = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
            if (current!.GetAnnotatedNodes(mark).FirstOrDefault() is { } call)
                document = await ApplyAnyAsync(document, call.SpanStart, title, cancellationToken).ConfigureAwait(false) ?? document;
        }

        return document;
    }

    private async Task<Document?> ApplyAnyAsync(Document document, int position, string title, CancellationToken cancellationToken)
    {
        foreach (string next in Titles.OrderBy(other => other != title))
        {
            if (await ApplyAsync(document, position, next, cancellationToken).ConfigureAwait(false) is { } changed)
                return changed;
        }

        return null;
    }
}
