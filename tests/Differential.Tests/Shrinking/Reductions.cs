using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Pipeline.Differential.Shrinking;

/// <summary>Bodies with one statement or argument less, largest cut first.</summary>
internal static class Reductions
{
    public static IEnumerable<string> Of(SyntaxNode root) =>
        Statements(root).Select(statement => Without(root, statement))
            .Concat(Statements(root).SelectMany(statement => Unwrapped(root, statement)))
            .Concat(root.DescendantNodes().OfType<ArgumentSyntax>().Where(IsShown).Select(argument => Remove(root, [argument])));

    private static IOrderedEnumerable<StatementSyntax> Statements(SyntaxNode root) => root.DescendantNodes().OfType<StatementSyntax>()
        .Where(statement => statement is not BlockSyntax && statement.Parent is BlockSyntax)
        .OrderByDescending(statement => statement.Span.Length);

    /// <summary>The statement goes, and with it what it declares out of the list of shown values.</summary>
    private static string Without(SyntaxNode root, StatementSyntax statement)
    {
        HashSet<string> declared =
        [
            .. statement.DescendantNodes().OfType<VariableDeclaratorSyntax>().Select(variable => variable.Identifier.Text),
            .. statement.DescendantNodes().OfType<SingleVariableDesignationSyntax>().Select(variable => variable.Identifier.Text),
        ];
        return Remove(root, [statement, .. root.DescendantNodes().OfType<ArgumentSyntax>().Where(argument => IsShown(argument) && declared.Contains(argument.ToString()))]);
    }

    private static IEnumerable<string> Unwrapped(SyntaxNode root, StatementSyntax statement) => statement
        .ChildNodes().OfType<BlockSyntax>()
        .Select(block => root.ReplaceNode(statement, block.Statements).ToFullString());

    private static bool IsShown(ArgumentSyntax argument) =>
        argument.Parent?.Parent is InvocationExpressionSyntax invocation && invocation.Expression.ToString() == "Show.All";

    private static string Remove(SyntaxNode root, IEnumerable<SyntaxNode> nodes) =>
        root.RemoveNodes(nodes, SyntaxRemoveOptions.KeepNoTrivia)?.ToFullString() ?? "";
}
