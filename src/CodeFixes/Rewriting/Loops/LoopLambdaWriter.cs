using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Pipeline.CodeFixes.Planning;

namespace Pipeline.CodeFixes.Rewriting.Loops;

/// <summary>Writes what happens to one item as a lambda: the call itself, an expression, or a block.</summary>
internal sealed class LoopLambdaWriter(LoopShape shape, SourceStyle style)
{
    /// <param name="item">The name of the parameter.</param>
    /// <param name="key">What says where the result goes, and is given along with it; or null.</param>
    public string Write(string item, string? key)
    {
        string head = $"({item}, _) =>";
        string result = shape.Result.WithoutTrivia().ToString();
        var comments = LoopComments.OnResult(shape);
        if (shape.Statements.Count == 0 && !shape.IsDeconstructed && comments.Count == 0)
        {
            return key is null && shape.Result is AwaitExpressionSyntax wait
                ? $"{head} {Unconfigured(wait).WithoutTrivia()}"
                : $"async {head} {Returned(key, result)}";
        }

        string outer = style.NewLine + style.Indent + "    ";
        string inner = outer + "    ";
        List<string> lines =
        [
            .. shape.IsDeconstructed ? [$"var {shape.Item} = {item};"] : Array.Empty<string>(),
            .. shape.Statements.SelectMany(LinesOf),
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
}
