using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Pipeline.CodeFixes.Parallel;

/// <summary>Puts the names of results in the place of the awaits that stood inside expressions.</summary>
internal static class HoistedAwaits
{
    public static SyntaxNode Replace(SyntaxNode node, IReadOnlyList<ParallelCall> hoisted) => node.ReplaceNodes(
        node.DescendantNodes().OfType<AwaitExpressionSyntax>().Where(wait => hoisted.Any(call => call.Await == wait && call.Target is ResultTarget.Expression)),
        (original, _) => SyntaxFactory.IdentifierName(hoisted.First(call => call.Await == original).Name).WithTriviaFrom(original));
}
