using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Pipeline.CodeFixes.Planning;

namespace Pipeline.CodeFixes.Rewriting.Loops;

/// <summary>Writes what happens to one item as a lambda: the call itself, an expression, or a block.</summary>
internal sealed class LoopLambdaWriter(LoopShape shape, SourceStyle style, SemanticModel model)
{
    /// <param name="item">The name of the first parameter.</param>
    /// <param name="token">The name of the second.</param>
    /// <param name="key">What says where the result goes, and is given along with it; or null.</param>
    public string Write(string item, string token, string? key)
    {
        string head = $"({item}, {token}) =>";
        string result = WithToken(shape.Result, token).WithoutTrivia().ToString();
        var comments = SourceStyle.CommentsOf(shape.Write);
        if (shape.Statements.Count == 0 && !shape.IsDeconstructed && comments.Count == 0)
        {
            return key is null && shape.Result is AwaitExpressionSyntax wait
                ? $"{head} {WithToken(Unconfigured(wait), token).WithoutTrivia()}"
                : $"async {head} {Returned(key, result)}";
        }

        string outer = style.NewLine + style.Indent + "    ";
        string inner = outer + "    ";
        List<string> lines =
        [
            .. shape.IsDeconstructed ? [$"var {shape.Item} = {item};"] : Array.Empty<string>(),
            .. shape.Statements.SelectMany(statement => LinesOf(WithToken(statement, token))),
            .. comments,
            $"return {Returned(key, result)};",
        ];
        return $"async {head}{outer}{{{string.Concat(lines.Select(line => line.Length == 0 ? style.NewLine : inner + line))}{outer}}}";
    }

    private static string Returned(string? key, string result) => key is null ? result : $"({key}, {result})";

    private IEnumerable<string> LinesOf(SyntaxNode statement)
    {
        string indent = style.Indent + "    ";
        return statement.ToFullString().TrimEnd().Split('\n')
            .Select(line => line.TrimEnd('\r'))
            .Select(line => line.StartsWith(indent, StringComparison.Ordinal) ? line.Substring(indent.Length) : line.TrimStart());
    }

    private static ExpressionSyntax Unconfigured(AwaitExpressionSyntax wait) => wait.Expression is InvocationExpressionSyntax
    {
        Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ConfigureAwait", Expression: var task },
    }
        ? task
        : wait.Expression;

    private SyntaxNode WithToken(SyntaxNode node, string token) => node.ReplaceNodes(
        LoopTokens.In(node, model),
        (original, _) => SyntaxFactory.IdentifierName(token).WithTriviaFrom(original));
}
