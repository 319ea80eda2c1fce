using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Pipeline.CodeFixes.Planning;

namespace Pipeline.CodeFixes.Rewriting;

/// <summary><c>return await Gather.All(…);</c> for a gather whose results are only returned, as they are.</summary>
internal static class ReturnedGather
{
    /// <summary>Merges the last gather with the statement that returns its results, written or still to come.</summary>
    /// <returns>The place of the last statement that is replaced.</returns>
    public static int Merge(List<StatementSyntax> written, StatementList list, int last)
    {
        int end = written.Count - 1;
        if (written[end] is ReturnStatementSyntax own && end > 0)
        {
            if (Of(written[end - 1], own) is { } merged)
            {
                written[end - 1] = merged;
                written.RemoveAt(end);
            }
        }
        else if (last + 1 < list.Statements.Count
            && list.Statements[last + 1] is ReturnStatementSyntax { ContainsDirectives: false } next
            && Of(written[end], next) is { } merged)
        {
            written[end] = merged;
            last++;
        }

        return last;
    }

    private static ReturnStatementSyntax? Of(StatementSyntax join, ReturnStatementSyntax returned)
    {
        if (returned.Expression is not TupleExpressionSyntax tuple
            || join is not ExpressionStatementSyntax
            {
                Expression: AssignmentExpressionSyntax
                {
                    Left: DeclarationExpressionSyntax { Designation: ParenthesizedVariableDesignationSyntax names },
                    Right: AwaitExpressionSyntax wait,
                },
            }
            || returned.DescendantTrivia().Any(static trivia => !trivia.IsKind(SyntaxKind.WhitespaceTrivia)
                && !trivia.IsKind(SyntaxKind.EndOfLineTrivia))
            || !names.Variables.Select(static name => name.ToString())
                .SequenceEqual(tuple.Arguments.Select(static argument => argument.Expression.ToString())))
        {
            return null;
        }

        return SyntaxFactory.ReturnStatement(wait.WithoutLeadingTrivia())
            .WithReturnKeyword(SyntaxFactory.Token(SyntaxKind.ReturnKeyword).WithTrailingTrivia(SyntaxFactory.Space))
            .WithLeadingTrivia(join.GetLeadingTrivia())
            .WithTrailingTrivia(join.GetTrailingTrivia());
    }
}
