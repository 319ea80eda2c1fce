using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Pipeline.CodeFixes.Rewriting;

/// <summary>Writes awaits as a person would: comments stay, and parentheses stand only where the language needs them.</summary>
internal static class AwaitSyntax
{
    /// <summary>An await that can stand where another expression stood.</summary>
    public static ExpressionSyntax InPlaceOf(ExpressionSyntax replaced, ExpressionSyntax awaited)
    {
        ExpressionSyntax expression = SyntaxFactory.AwaitExpression(
            SyntaxFactory.Token(SyntaxKind.AwaitKeyword).WithTrailingTrivia(SyntaxFactory.Space),
            awaited.WithoutTrivia());
        if (NeedsParentheses(replaced))
            expression = SyntaxFactory.ParenthesizedExpression(expression);
        return expression.WithTriviaFrom(replaced);
    }

    /// <summary>The statement with its <c>await</c>.</summary>
    public static CommonForEachStatementSyntax AddTo(CommonForEachStatementSyntax loop)
    {
        var keyword = SyntaxFactory.Token(SyntaxKind.AwaitKeyword)
            .WithLeadingTrivia(loop.ForEachKeyword.LeadingTrivia)
            .WithTrailingTrivia(SyntaxFactory.Space);
        return loop.WithForEachKeyword(loop.ForEachKeyword.WithLeadingTrivia()).WithAwaitKeyword(keyword);
    }

    private static bool NeedsParentheses(ExpressionSyntax replaced) => replaced.Parent switch
    {
        MemberAccessExpressionSyntax access => access.Expression == replaced,
        ElementAccessExpressionSyntax access => access.Expression == replaced,
        ConditionalAccessExpressionSyntax access => access.Expression == replaced,
        InvocationExpressionSyntax invocation => invocation.Expression == replaced,
        PostfixUnaryExpressionSyntax => true,
        _ => false,
    };
}
