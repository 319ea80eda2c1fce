using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Pipeline.Differential.Pairs;

/// <summary>
/// The plainest way to make two calls overlap: start the later one just after the earlier one has started, and await its task
/// where it was called. It says nothing about whether that is right, or even compiles.
/// </summary>
internal static class EarlyStart
{
    /// <summary>The text with the change made, or null where other calls would move along.</summary>
    public static string? Apply(SyntaxNode root, InvocationExpressionSyntax earlier, InvocationExpressionSyntax later)
    {
        if (later.DescendantNodes().Any(node => node is AwaitExpressionSyntax) || earlier.Span.Contains(later.Span))
            return null;
        var both = SyntaxFactory.ParseExpression($"Overlap.Start({earlier}, out var early, {later})").WithTriviaFrom(earlier);
        var task = SyntaxFactory.IdentifierName("early").WithTriviaFrom(later);
        return root.ReplaceNodes([earlier, later], (call, _) => call == earlier ? both : task).ToFullString();
    }
}
