using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Pipeline.CodeFixes.Rewriting;
using Pipeline.Contract;

namespace Pipeline.CodeFixes.Rules;

/// <summary>PIPE009: says with a discard that outcomes are ignored on purpose. What the code does stays the same.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(OutcomeDiscardCodeFix))]
[Shared]
public sealed class OutcomeDiscardCodeFix : DocumentCodeFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [DiagnosticIds.OutcomeIgnored];

    /// <inheritdoc/>
    protected override string Title => "Ignore on purpose (_)";

    /// <inheritdoc/>
    protected override Action<SyntaxEditor>? Plan(SemanticModel model, SyntaxNode reported, Diagnostic diagnostic,
        CancellationToken cancellationToken)
    {
        if (!model.LookupSymbols(reported.SpanStart, name: "_").IsEmpty)
            return null;
        if (reported is SingleVariableDesignationSyntax variable)
            return editor => editor.ReplaceNode(variable, Discard(variable));
        return SettleStatement.Around(reported) is { } settle
            ? editor => editor.ReplaceNode(settle.Statement, static (current, _) =>
                SettleStatement.Of((StatementSyntax)current)?.WithDiscard() ?? current)
            : null;
    }

    private static DiscardDesignationSyntax Discard(SingleVariableDesignationSyntax variable) =>
        SyntaxFactory.DiscardDesignation().WithTriviaFrom(variable);
}
