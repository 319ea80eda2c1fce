using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Pipeline.CodeFixes.Planning;

namespace Pipeline.CodeFixes.Rewriting;

/// <summary>Puts the names of results in the place of the awaits that stood inside expressions.</summary>
internal static class HoistedAwaits
{
    private const int LineLength = 120;

    /// <summary>The statement with the names, on one line where only the calls had spread it over several.</summary>
    public static StatementSyntax Replace(
        StatementSyntax statement, IReadOnlyList<ParallelCall> hoisted, ResultNames names, SourceStyle style)
    {
        var replaced = (StatementSyntax)Replace((SyntaxNode)statement, hoisted, names);
        if (replaced == statement || !replaced.ToString().Contains('\n') || !IsPlain(replaced))
            return replaced;
        string line = string.Concat(replaced.WithoutTrivia().DescendantTokens().Select(static token => token.Text + Space(token)));
        return style.Indent.Length + line.Length > LineLength ? replaced : SyntaxFactory.ParseStatement(line).WithTriviaFrom(replaced);
    }

    public static SyntaxNode Replace(SyntaxNode node, IReadOnlyList<ParallelCall> hoisted, ResultNames names)
    {
        var places = hoisted
            .Where(call => call.Target is ResultTarget.Expression && call.Await != node && node.Span.Contains(call.Await.Span))
            .ToDictionary(call => (SyntaxNode)WithParentheses(call.Await, node), names.Of);
        return node.ReplaceNodes(
            places.Keys, (original, _) => SyntaxFactory.IdentifierName(places[original]).WithTriviaFrom(original));
    }

    /// <summary>A name needs no parentheses where an await did.</summary>
    private static ExpressionSyntax WithParentheses(ExpressionSyntax expression, SyntaxNode within) =>
        expression.Parent is ParenthesizedExpressionSyntax outer && outer != within ? WithParentheses(outer, within) : expression;

    /// <summary>
    /// Whether nothing in the statement is meant to stand on lines of its own: comments, blocks, initializers, long strings.
    /// </summary>
    private static bool IsPlain(StatementSyntax statement) =>
        statement is LocalDeclarationStatementSyntax or ExpressionStatementSyntax or ReturnStatementSyntax
        && statement.WithoutTrivia().DescendantTrivia()
            .All(static trivia => trivia.IsKind(SyntaxKind.WhitespaceTrivia) || trivia.IsKind(SyntaxKind.EndOfLineTrivia))
        && !statement.DescendantTokens().Any(static token => token.IsKind(SyntaxKind.OpenBraceToken) || token.Text.Contains('\n'));

    /// <summary>What stands behind a token on the line: nothing in place of a line break after a bracket or before a dot.</summary>
    private static string Space(SyntaxToken token)
    {
        var next = token.GetNextToken();
        if (!token.TrailingTrivia.Any(SyntaxKind.EndOfLineTrivia))
            return token.TrailingTrivia.ToString();
        return token.Kind() is SyntaxKind.OpenParenToken or SyntaxKind.OpenBracketToken
            || next.Kind() is SyntaxKind.DotToken or SyntaxKind.CloseParenToken or SyntaxKind.CloseBracketToken ? "" : " ";
    }
}
