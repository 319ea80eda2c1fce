using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Pipeline.Analyzers.Calls;
using Pipeline.CodeFixes.Parallel;
using Pipeline.Shared;

namespace Pipeline.CodeFixes;

/// <summary>PIPE001: starts calls together that need not wait for one another.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(SequentialAwaitsCodeFix))]
[Shared]
public sealed class SequentialAwaitsCodeFix : CodeFixProvider
{
    private const string Title = "Run together";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [DiagnosticIds.SequentialAwaits];

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => FixAllProvider.Create(static async (context, document, diagnostics) =>
    {
        // From the last to the first, so that the places of those still to come do not move.
        foreach (var diagnostic in diagnostics.OrderByDescending(static diagnostic => diagnostic.Location.SourceSpan.Start))
            document = await ApplyAsync(document, diagnostic, context.CancellationToken).ConfigureAwait(false) ?? document;
        return document;
    });

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        foreach (var diagnostic in context.Diagnostics)
        {
            if (await ApplyAsync(context.Document, diagnostic, context.CancellationToken).ConfigureAwait(false) is { } fixedDocument)
                context.RegisterCodeFix(CodeAction.Create(Title, _ => Task.FromResult(fixedDocument), Title), diagnostic);
        }
    }

    private static Task<Document?> ApplyAsync(Document document, Diagnostic diagnostic, CancellationToken cancellationToken) =>
        RunTogetherFix.ApplyAsync(document, diagnostic.Location.SourceSpan.Start, CallViews.Async, cancellationToken);
}
