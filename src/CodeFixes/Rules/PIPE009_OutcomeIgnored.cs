using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Pipeline.CodeFixes.Rewriting;
using Pipeline.Contract;

namespace Pipeline.CodeFixes.Rules;

/// <summary>PIPE009: has the failures thrown that nobody looks for.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(OutcomeIgnoredCodeFix))]
[Shared]
public sealed class OutcomeIgnoredCodeFix : DocumentCodeFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [DiagnosticIds.OutcomeIgnored];

    /// <inheritdoc/>
    protected override string Title => "Throw the first failure (Gather.All)";

    /// <inheritdoc/>
    protected override Action<SyntaxEditor>? Plan(SemanticModel model, SyntaxNode reported, Diagnostic diagnostic,
        CancellationToken cancellationToken)
    {
        if (SettleStatement.Around(reported) is not { } settle || settle.Statement.FirstAncestorOrSelf<FinallyClauseSyntax>() is not null)
            return null;
        return editor => editor.ReplaceNode(settle.Statement, static (current, _) =>
            SettleStatement.Of((StatementSyntax)current)?.WithAll() ?? current);
    }
}
