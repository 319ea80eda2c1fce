using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Pipeline.CodeFixes.Planning;

namespace Pipeline.CodeFixes.Rewriting.Loops;

/// <summary>
/// Where the comments of a loop go: those on its head and its filters above what takes its place, those on the result beside it.
/// </summary>
internal static class LoopComments
{
    /// <summary>On the statement that leaves the result in its place, and on a variable that only hands it on.</summary>
    public static IReadOnlyList<string> OnResult(LoopShape shape)
    {
        if (shape.Filter is not null)
            return [];
        var declaration = shape.Result.FirstAncestorOrSelf<StatementSyntax>()!;
        var statements = declaration == shape.Write || shape.Statements.Contains(declaration)
            ? [shape.Write] : new[] { declaration, shape.Write };
        return
        [
            .. statements
                .SelectMany(static statement => statement.GetLeadingTrivia().Concat(statement.GetTrailingTrivia()))
                .Where(trivia => IsComment(trivia) && !IsAround(trivia, shape.Loop))
                .Select(static trivia => trivia.ToString()),
        ];
    }

    /// <summary>All that stand nowhere else.</summary>
    public static IEnumerable<string> OnHead(LoopShape shape)
    {
        SyntaxNode?[] kept = [shape.Source, shape.Bound, shape.Result, shape.Filter?.Condition, .. shape.Skips];
        var onResult = OnResult(shape);
        var filter = shape.Filter?.Condition.Parent;
        return shape.Loop.DescendantTrivia()
            .Where(trivia => IsComment(trivia)
                && !IsAround(trivia, shape.Loop)
                && !kept.Any(node => node?.Span.Contains(trivia.Span) is true)
                && !shape.Statements.Any(statement => statement.FullSpan.Contains(trivia.Span))
                && filter?.FullSpan.Contains(trivia.Span) is not true
                && !onResult.Contains(trivia.ToString()))
            .Select(static trivia => trivia.ToString());
    }

    private static bool IsComment(SyntaxTrivia trivia) =>
        trivia.IsKind(SyntaxKind.SingleLineCommentTrivia) || trivia.IsKind(SyntaxKind.MultiLineCommentTrivia);

    private static bool IsAround(SyntaxTrivia trivia, SyntaxNode node) => !node.Span.Contains(trivia.Span);
}
