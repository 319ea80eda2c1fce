using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Pipeline.CodeFixes.Planning;

/// <summary>How the code around a fix is indented and ends its lines.</summary>
internal sealed record SourceStyle(string Indent, string NewLine)
{
    /// <summary>What a block is indented by.</summary>
    public const string Indentation = "    ";

    public static SourceStyle Of(StatementSyntax statement)
    {
        var indent = statement.GetLeadingTrivia().LastOrDefault(static trivia => trivia.IsKind(SyntaxKind.WhitespaceTrivia));
        return new(indent.ToString(), NewLineOf(statement.SyntaxTree));
    }

    /// <summary>That of the line a node begins on.</summary>
    public static SourceStyle OfLine(SyntaxNode node) => new(IndentAt(node, node.SpanStart), NewLineOf(node.SyntaxTree));

    public static string NewLineOf(SyntaxTree tree) => tree.GetText().ToString().Contains("\r\n") ? "\r\n" : "\n";

    /// <summary>The comments above the statement and behind it.</summary>
    public static List<string> CommentsOf(StatementSyntax statement) =>
    [
        .. statement.GetLeadingTrivia().Concat(statement.GetTrailingTrivia())
            .Where(static trivia => trivia.IsKind(SyntaxKind.SingleLineCommentTrivia) || trivia.IsKind(SyntaxKind.MultiLineCommentTrivia))
            .Select(static trivia => trivia.ToString()),
    ];

    /// <summary>
    /// The statement with the blank lines and comments of the one it stands for, or, above a kept one, with its indentation only.
    /// </summary>
    public StatementSyntax Place(StatementSyntax statement, StatementSyntax replaced, bool isNew) => isNew
        ? statement
            .WithLeadingTrivia(replaced.GetLeadingTrivia().TakeWhile(static trivia => trivia.IsKind(SyntaxKind.EndOfLineTrivia))
                .Append(SyntaxFactory.Whitespace(Indent)))
            .WithTrailingTrivia(SyntaxFactory.EndOfLine(NewLine))
        : statement.WithTriviaFrom(replaced);

    /// <summary>Whether a string in the node goes over several lines: to move them would change it.</summary>
    public static bool HoldsLongString(SyntaxNode node) => node.DescendantTokens().Any(static token => token.Text.Contains('\n'));

    /// <summary>The text with all its lines but the first moved to the right.</summary>
    public static string Deeper(string text, int columns) => text.Replace("\n", "\n" + new string(' ', columns));

    /// <summary>The node's text for a line of that indentation: its other lines move as its first does.</summary>
    public static string MovedTo(SyntaxNode node, int indentation) => Moved(node, node.ToString(), indentation);

    /// <summary>How much of that text stands before a place in the node.</summary>
    public static int MovedLength(SyntaxNode node, int position, int indentation) =>
        Moved(node, node.ToString().Substring(0, position - node.SpanStart), indentation).Length;

    /// <summary>A new statement on a line of its own.</summary>
    public StatementSyntax Line(string text, string leading = "") => SyntaxFactory.ParseStatement(text)
        .WithLeadingTrivia(SyntaxFactory.ParseLeadingTrivia(leading + Indent))
        .WithTrailingTrivia(SyntaxFactory.EndOfLine(NewLine));

    private static string Moved(SyntaxNode node, string text, int indentation)
    {
        int columns = indentation - IndentAt(node, node.SpanStart).Length;
        string[] lines = text.Split('\n');
        return string.Join("\n", lines.Select((line, index) => index == 0 || line.Trim().Length == 0 ? line
            : columns > 0 ? new string(' ', columns) + line
            : line.Substring(Math.Min(-columns, line.Length - line.TrimStart().Length))));
    }

    private static string IndentAt(SyntaxNode node, int position)
    {
        string line = LineAt(node.SyntaxTree.GetText(), position);
        return line.Substring(0, line.Length - line.TrimStart().Length);
    }

    private static string LineAt(SourceText text, int position) => text.Lines.GetLineFromPosition(position).ToString();
}
