using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Pipeline.CodeFixes.Rewriting.Effects;
using Pipeline.Contract;

namespace Pipeline.CodeFixes.Rules;

/// <summary>PIPE015: declares the effect that the API's body shows.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(EffectUnpublishedCodeFix))]
[Shared]
public sealed class EffectUnpublishedCodeFix : DocumentCodeFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [DiagnosticIds.EffectUnpublished];

    /// <inheritdoc/>
    protected override string Title => "Declare the effect that the body shows";

    /// <inheritdoc/>
    protected override Action<SyntaxEditor>? Plan(SemanticModel model, SyntaxNode reported, Diagnostic diagnostic,
        CancellationToken cancellationToken)
    {
        if (!diagnostic.Properties.TryGetValue("Effect", out string? effect) || effect is null
            || reported.FirstAncestorOrSelf<MethodDeclarationSyntax>() is not { } method
            || model.GetDeclaredSymbol(method,
                cancellationToken)?.GetAttribute(WellKnownNames.ApiAttribute)?.ApplicationSyntaxReference is not { } reference
            || reference.SyntaxTree != method.SyntaxTree
            || reference.GetSyntax(cancellationToken) is not AttributeSyntax attribute)
        {
            return null;
        }

        return editor => editor.ReplaceNode(attribute, (current, _) => EffectEdit.WithEffect((AttributeSyntax)current, effect));
    }
}
