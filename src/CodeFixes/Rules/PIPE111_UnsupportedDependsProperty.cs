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

/// <summary>PIPE111: turns an automatic property into <c>partial … { get; init; }</c>.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(UnsupportedDependsPropertyCodeFix))]
[Shared]
public sealed class UnsupportedDependsPropertyCodeFix : DocumentCodeFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [DiagnosticIds.UnsupportedDependsProperty];

    /// <inheritdoc/>
    protected override string Title => "Make it a partial property";

    /// <inheritdoc/>
    protected override Action<SyntaxEditor>? Plan(
        SemanticModel model, SyntaxNode reported, Diagnostic diagnostic, CancellationToken cancellationToken) =>
        reported.FirstAncestorOrSelf<PropertyDeclarationSyntax>() is { } property && IsAutomatic(property)
            ? editor => editor.ReplaceNode(
                property, static (current, _) => PartialModifier.AddTo(WithSetter((PropertyDeclarationSyntax)current)))
            : null;

    private static bool IsAutomatic(PropertyDeclarationSyntax property) =>
        !property.Modifiers.Any(static modifier => modifier.IsKind(SyntaxKind.StaticKeyword) || modifier.IsKind(SyntaxKind.AbstractKeyword))
        && property.Initializer is null
        && property.AccessorList is { } list
        && list.Accessors.Any(SyntaxKind.GetAccessorDeclaration)
        && list.Accessors.All(static accessor => accessor is { Body: null, ExpressionBody: null });

    private static PropertyDeclarationSyntax WithSetter(PropertyDeclarationSyntax property)
    {
        var list = property.AccessorList!;
        if (list.Accessors.Count > 1)
            return property;
        var init = SyntaxFactory.AccessorDeclaration(SyntaxKind.InitAccessorDeclaration)
            .WithSemicolonToken(SyntaxFactory.Token(SyntaxKind.SemicolonToken))
            .WithTrailingTrivia(list.Accessors[0].GetTrailingTrivia());
        return property.WithAccessorList(list.WithAccessors([list.Accessors[0].WithTrailingTrivia(SyntaxFactory.Space), init]));
    }
}
