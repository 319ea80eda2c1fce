using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Editing;

namespace Pipeline.CodeFixes.Rules;

/// <summary>A fix inside one document. Fixing all applies every edit through one editor, so that nested edits compose.</summary>
public abstract class DocumentCodeFix : CodeFixProvider
{
    /// <summary>What the light bulb says.</summary>
    protected abstract string Title { get; }

    /// <inheritdoc/>
    public sealed override FixAllProvider GetFixAllProvider() => FixAllProvider.Create(async (context, document, diagnostics) =>
    {
        var edits = await PlanAsync(document, diagnostics, context.CancellationToken).ConfigureAwait(false);
        return edits.Count == 0 ? document : await ApplyAsync(document, edits, context.CancellationToken).ConfigureAwait(false);
    });

    /// <inheritdoc/>
    public sealed override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        foreach (var diagnostic in context.Diagnostics)
        {
            var edits = await PlanAsync(context.Document, [diagnostic], context.CancellationToken).ConfigureAwait(false);
            if (edits.Count > 0)
            {
                var action = CodeAction.Create(Title, token => ApplyAsync(context.Document, edits, token), GetType().Name);
                context.RegisterCodeFix(action, diagnostic);
            }
        }
    }

    /// <summary>Checks every precondition and returns the edit, or null where no safe one exists.</summary>
    protected abstract Action<SyntaxEditor>? Plan(
        SemanticModel model, SyntaxNode reported, Diagnostic diagnostic, CancellationToken cancellationToken);

    private async Task<IReadOnlyList<Action<SyntaxEditor>>> PlanAsync(
        Document document, IEnumerable<Diagnostic> diagnostics, CancellationToken cancellationToken)
    {
        var root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        var model = await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false);
        if (root is null || model is null)
            return [];
        var edits = diagnostics.Select(diagnostic => Plan(model, NodeAt(root, diagnostic), diagnostic, cancellationToken));
        return [.. edits.OfType<Action<SyntaxEditor>>()];
    }

    private static SyntaxNode NodeAt(SyntaxNode root, Diagnostic diagnostic) =>
        root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true);

    private static async Task<Document> ApplyAsync(
        Document document, IEnumerable<Action<SyntaxEditor>> edits, CancellationToken cancellationToken)
    {
        var editor = await DocumentEditor.CreateAsync(document, cancellationToken).ConfigureAwait(false);
        foreach (var edit in edits)
            edit(editor);
        return editor.GetChangedDocument();
    }
}
