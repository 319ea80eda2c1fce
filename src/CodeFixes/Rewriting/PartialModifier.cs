using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Pipeline.CodeFixes.Rewriting;

/// <summary>Adds <c>partial</c> where the language wants it: last of the modifiers.</summary>
internal static class PartialModifier
{
    public static bool IsOn(MemberDeclarationSyntax member) => member.Modifiers.Any(SyntaxKind.PartialKeyword);

    public static TypeDeclarationSyntax AddTo(TypeDeclarationSyntax type)
    {
        if (IsOn(type))
            return type;
        return type.Modifiers.Count == 0
            ? type.WithKeyword(type.Keyword.WithLeadingTrivia())
                .AddModifiers(Partial.WithLeadingTrivia(type.Keyword.LeadingTrivia))
            : type.AddModifiers(Partial);
    }

    public static PropertyDeclarationSyntax AddTo(PropertyDeclarationSyntax property)
    {
        if (IsOn(property))
            return property;
        return property.Modifiers.Count == 0
            ? property.WithType(property.Type.WithoutLeadingTrivia())
                .AddModifiers(Partial.WithLeadingTrivia(property.Type.GetLeadingTrivia()))
            : property.AddModifiers(Partial);
    }

    private static SyntaxToken Partial => SyntaxFactory.Token(SyntaxKind.PartialKeyword).WithTrailingTrivia(SyntaxFactory.Space);
}
