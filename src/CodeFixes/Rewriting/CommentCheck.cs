using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Pipeline.CodeFixes.Rewriting;

/// <summary>Whether a rewriting has every comment and directive that there was, and has it once.</summary>
internal static class CommentCheck
{
    public static async Task<bool> KeepsAllAsync(Document before, Document after, CancellationToken cancellationToken)
    {
        var was = await before.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        var now = await after.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        return CommentsOf(was!).SequenceEqual(CommentsOf(now!), StringComparer.Ordinal);
    }

    /// <summary>In the order of their texts: a fix may move them.</summary>
    private static IEnumerable<string> CommentsOf(SyntaxNode root) => root.DescendantTrivia()
        .Where(static trivia => trivia.IsKind(SyntaxKind.SingleLineCommentTrivia) || trivia.IsKind(SyntaxKind.MultiLineCommentTrivia)
            || trivia.IsDirective)
        .Select(static trivia => trivia.ToString())
        .OrderBy(static text => text, StringComparer.Ordinal);
}
