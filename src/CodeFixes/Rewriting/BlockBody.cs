using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Pipeline.CodeFixes.Planning;

namespace Pipeline.CodeFixes.Rewriting;

/// <summary>
/// Gives what stands alone a block to stand in: the expression of an expression body or a lambda, the one statement of a branch.
/// </summary>
internal static class BlockBody
{
    /// <param name="alone">The expression body, the lambda's expression, or the statement.</param>
    /// <param name="root">The root of its file.</param>
    /// <param name="position">A place in it.</param>
    /// <param name="model">The file's semantic model.</param>
    /// <returns>The file with the block, and where the place is now; null where it cannot be done.</returns>
    public static (SyntaxNode Root, int Position)? Around(SyntaxNode alone, SyntaxNode root, int position, SemanticModel model)
    {
        var content = alone is ArrowExpressionClauseSyntax arrow ? arrow.Expression : alone;
        if (alone.Parent is not { } owner || alone.ContainsDirectives || HasCommentsBefore(content) || SourceStyle.HoldsLongString(content))
            return null;

        var style = SourceStyle.OfLine(owner);
        string moved = SourceStyle.MovedTo(content, style.Indent.Length + SourceStyle.Indentation.Length);
        string before = $"{{{style.NewLine}{style.Indent}{SourceStyle.Indentation}{Keyword(content, owner, model)}";
        string after = alone is StatementSyntax ? "" : ";";
        string comment = alone is ArrowExpressionClauseSyntax ? owner.GetTrailingTrivia().ToString().TrimEnd() : alone is StatementSyntax
            ? alone.GetTrailingTrivia().ToString().TrimEnd() : "";
        var mark = new SyntaxAnnotation();
        var block = SyntaxFactory.ParseStatement($"{before}{moved}{after}{comment}{style.NewLine}{style.Indent}}}")
            .WithLeadingTrivia(SyntaxFactory.Whitespace(style.Indent))
            .WithAdditionalAnnotations(mark);
        if (block is not BlockSyntax body || InPlaceOf(alone, owner, body, style) is not { } changed)
            return null;

        var result = root.ReplaceNode(owner, changed);
        int within = before.Length + SourceStyle.MovedLength(content, position, style.Indent.Length + SourceStyle.Indentation.Length);
        return (result, result.GetAnnotatedNodes(mark).Single().SpanStart + within);
    }

    /// <summary><c>return</c>, unless the body has nothing to return or is a statement.</summary>
    private static string Keyword(SyntaxNode content, SyntaxNode owner, SemanticModel model)
    {
        var symbol = owner is LambdaExpressionSyntax ? model.GetSymbolInfo(owner).Symbol : model.GetDeclaredSymbol(owner);
        return content is ExpressionSyntax
            && symbol is IMethodSymbol { ReturnsVoid: false } method
            && (!method.IsAsync || method.ReturnType is INamedTypeSymbol { Arity: 1 })
            ? "return "
            : "";
    }

    private static SyntaxNode? InPlaceOf(SyntaxNode alone, SyntaxNode owner, BlockSyntax block, SourceStyle style)
    {
        var newLine = SyntaxFactory.EndOfLine(style.NewLine);
        var previous = alone.GetFirstToken().GetPreviousToken();
        if (owner is StatementSyntax and not LocalFunctionStatementSyntax or ElseClauseSyntax)
        {
            return EndsLine(alone)
                ? owner.ReplaceSyntax([alone], (_, _) => block.WithTrailingTrivia(newLine), [previous], (token, _) =>
                    token.WithTrailingTrivia(newLine), [], static (trivia, _) => trivia)
                : null;
        }

        return owner.ReplaceToken(previous, previous.WithTrailingTrivia(newLine)) switch
        {
            MethodDeclarationSyntax method =>
                method.WithExpressionBody(null).WithSemicolonToken(default).WithBody(block.WithTrailingTrivia(newLine)),
            LocalFunctionStatementSyntax function =>
                function.WithExpressionBody(null).WithSemicolonToken(default).WithBody(block.WithTrailingTrivia(newLine)),
            LambdaExpressionSyntax lambda => lambda.WithBody(block.WithTrailingTrivia(alone.GetTrailingTrivia())),
            _ => null,
        };
    }

    private static bool EndsLine(SyntaxNode statement) => statement.GetTrailingTrivia().Any(SyntaxKind.EndOfLineTrivia);

    private static bool HasCommentsBefore(SyntaxNode content) =>
        content.GetLeadingTrivia().Concat(content.GetFirstToken().GetPreviousToken().TrailingTrivia)
        .Concat(content.Parent is ArrowExpressionClauseSyntax arrow ? arrow.ArrowToken.LeadingTrivia : [])
        .Any(static trivia => !trivia.IsKind(SyntaxKind.WhitespaceTrivia) && !trivia.IsKind(SyntaxKind.EndOfLineTrivia));
}
