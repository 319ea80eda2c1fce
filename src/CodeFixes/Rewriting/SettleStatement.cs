using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Pipeline.CodeFixes.Rewriting;

/// <summary>A statement that is there for its <c>await Gather.Settle(…)</c> only.</summary>
/// <param name="Statement">The statement.</param>
/// <param name="Value">The awaited expression in it.</param>
/// <param name="Name">The name <c>Settle</c>.</param>
internal readonly record struct SettleStatement(StatementSyntax Statement, ExpressionSyntax Value, SimpleNameSyntax Name)
{
    /// <summary>Null where the call is not written as <c>Gather.Settle</c>, or the statement does more than ignore it.</summary>
    public static SettleStatement? Around(SyntaxNode call) =>
        call.FirstAncestorOrSelf<StatementSyntax>() is { } statement && Of(statement) is { } settle && settle.Name.Parent?.Parent == call
            ? settle : null;

    public static SettleStatement? Of(StatementSyntax statement) =>
        ValueOf(statement) is AwaitExpressionSyntax value && NameIn(value) is { } name
        ? new(statement, value, name)
        : null;

    /// <summary><c>await Gather.All(…);</c></summary>
    public StatementSyntax WithAll()
    {
        var all = Name.WithIdentifier(SyntaxFactory.Identifier(Name.Identifier.LeadingTrivia, "All", Name.Identifier.TrailingTrivia));
        return AsStatement(Value.ReplaceNode(Name, all).WithoutLeadingTrivia());
    }

    /// <summary><c>_ = await Gather.Settle(…);</c></summary>
    public StatementSyntax WithDiscard()
    {
        var discard = SyntaxFactory.Identifier(SyntaxFactory.TriviaList(), "_", SyntaxFactory.TriviaList());
        var equals = SyntaxFactory.Token(SyntaxFactory.TriviaList(SyntaxFactory.Space), SyntaxKind.EqualsToken,
            SyntaxFactory.TriviaList(SyntaxFactory.Space));
        return AsStatement(SyntaxFactory.AssignmentExpression(
            SyntaxKind.SimpleAssignmentExpression, SyntaxFactory.IdentifierName(discard), equals, Value.WithoutLeadingTrivia()));
    }

    private StatementSyntax AsStatement(ExpressionSyntax expression) => Statement switch
    {
        ExpressionStatementSyntax statement => statement.WithExpression(expression.WithLeadingTrivia(statement.GetLeadingTrivia())),
        LocalDeclarationStatementSyntax statement => SyntaxFactory.ExpressionStatement(expression, statement.SemicolonToken)
            .WithLeadingTrivia(statement.GetLeadingTrivia()),
        _ => Statement,
    };

    private static ExpressionSyntax? ValueOf(StatementSyntax statement) => statement switch
    {
        ExpressionStatementSyntax { Expression: AssignmentExpressionSyntax assignment } => assignment.Right,
        ExpressionStatementSyntax { Expression: var expression } => expression,
        LocalDeclarationStatementSyntax
        {
            UsingKeyword.RawKind: 0,
            Declaration.Variables: { Count: 1 } variables
        } when variables[0].Initializer is { } initializer => initializer.Value,
        _ => null,
    };

    private static SimpleNameSyntax? NameIn(ExpressionSyntax value) => value switch
    {
        AwaitExpressionSyntax await => NameIn(await.Expression),
        ParenthesizedExpressionSyntax parenthesized => NameIn(parenthesized.Expression),
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access } => access.Name.Identifier.ValueText switch
        {
            "Settle" => access.Name,
            "ConfigureAwait" => NameIn(access.Expression),
            _ => null,
        },
        _ => null,
    };
}
