using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Pipeline.Differential.Pairs;

/// <summary>The variables, by name, that are given a new value between two calls.</summary>
internal static class AssignedBetween
{
    public static HashSet<string> Names(SyntaxNode earlier, SyntaxNode later)
    {
        var between = TextSpan.FromBounds(earlier.FullSpan.End, later.FullSpan.Start);
        return [.. earlier.SyntaxTree.GetRoot().DescendantNodes()
            .Where(node => node.Span.End > between.Start && node.SpanStart < between.End)
            .SelectMany(Targets)
            .SelectMany(Read)];
    }

    public static IEnumerable<string> Read(SyntaxNode node) =>
        node.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>().Select(name => name.Identifier.Text);

    private static IEnumerable<SyntaxNode> Targets(SyntaxNode node) => node switch
    {
        AssignmentExpressionSyntax assignment => [assignment.Left],
        PrefixUnaryExpressionSyntax prefix => [prefix.Operand],
        PostfixUnaryExpressionSyntax postfix => [postfix.Operand],
        ArgumentSyntax { RefOrOutKeyword.RawKind: not 0 } argument => [argument.Expression],
        _ => [],
    };
}
