using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Pipeline.Differential.Generation;

namespace Pipeline.Differential.Fixing;

/// <summary>Calls that a body makes more than once in the same words: they are asked again to see a change.</summary>
internal static class Questions
{
    /// <summary>As the world names them: <c>Catalog.GetName</c>.</summary>
    public static IReadOnlySet<string> AskedTwiceIn(BodySource body) => CSharpSyntaxTree.ParseText(body.Text).GetRoot()
        .DescendantNodes()
        .OfType<InvocationExpressionSyntax>()
        .Select(call => (call.Expression, Text: string.Concat(call.DescendantTokens().Select(token => token.Text))))
        .Where(call => call.Expression is MemberAccessExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.Text: "ToAsync" } })
        .GroupBy(call => call.Text)
        .Where(same => same.Skip(1).Any())
        .Select(same => NameOf((MemberAccessExpressionSyntax)same.First().Expression))
        .ToHashSet();

    private static string NameOf(MemberAccessExpressionSyntax called)
    {
        var service = ((MemberAccessExpressionSyntax)called.Expression).Expression.ToString();
        return $"{char.ToUpperInvariant(service[0])}{service[1..]}.{called.Name}";
    }
}
