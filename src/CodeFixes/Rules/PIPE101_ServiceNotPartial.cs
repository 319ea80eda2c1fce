using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Pipeline.CodeFixes.Rewriting;
using Pipeline.Contract;

namespace Pipeline.CodeFixes.Rules;

/// <summary>PIPE101: declares the service, and every type around it, partial.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ServiceNotPartialCodeFix))]
[Shared]
public sealed class ServiceNotPartialCodeFix : DocumentCodeFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [DiagnosticIds.ServiceNotPartial];

    /// <inheritdoc/>
    protected override string Title => "Declare it partial";

    /// <inheritdoc/>
    protected override Action<SyntaxEditor>? Plan(
        SemanticModel model, SyntaxNode reported, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        TypeDeclarationSyntax[] types =
            [.. reported.AncestorsAndSelf().OfType<TypeDeclarationSyntax>().Where(static type => !PartialModifier.IsOn(type))];
        return types.Length == 0 ? null : editor =>
        {
            foreach (var type in types)
                editor.ReplaceNode(type, static (current, _) => PartialModifier.AddTo((TypeDeclarationSyntax)current));
        };
    }
}
