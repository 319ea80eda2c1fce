using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Pipeline.CodeFixes.Parallel;

/// <summary>How the code around a fix is indented and ends its lines.</summary>
internal sealed record SourceStyle(string Indent, string NewLine)
{
    public static SourceStyle Of(StatementSyntax statement)
    {
        var indent = statement.GetLeadingTrivia().LastOrDefault(static trivia => trivia.IsKind(SyntaxKind.WhitespaceTrivia));
        var text = statement.SyntaxTree.GetText().ToString();
        return new(indent.ToString(), text.Contains("\r\n") ? "\r\n" : "\n");
    }

    /// <summary>The comments above the statement and behind it.</summary>
    public static List<string> CommentsOf(StatementSyntax statement) =>
    [
        .. statement.GetLeadingTrivia().Concat(statement.GetTrailingTrivia())
            .Where(static trivia => trivia.IsKind(SyntaxKind.SingleLineCommentTrivia) || trivia.IsKind(SyntaxKind.MultiLineCommentTrivia))
            .Select(static trivia => trivia.ToString()),
    ];

    /// <summary>The statement with the blank lines and comments of the one it stands for, or, above a kept one, with its indentation only.</summary>
    public StatementSyntax Place(StatementSyntax statement, StatementSyntax replaced, bool isNew) => isNew
        ? statement
            .WithLeadingTrivia(replaced.GetLeadingTrivia().TakeWhile(static trivia => trivia.IsKind(SyntaxKind.EndOfLineTrivia)).Append(SyntaxFactory.Whitespace(Indent)))
            .WithTrailingTrivia(SyntaxFactory.EndOfLine(NewLine))
        : statement.WithTriviaFrom(replaced);

    /// <summary>A new statement on a line of its own.</summary>
    public StatementSyntax Line(string text, string leading = "") => SyntaxFactory.ParseStatement(text)
        .WithLeadingTrivia(SyntaxFactory.ParseLeadingTrivia(leading + Indent))
        .WithTrailingTrivia(SyntaxFactory.EndOfLine(NewLine));
}
