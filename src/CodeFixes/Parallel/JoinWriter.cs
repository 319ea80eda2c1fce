using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Pipeline.CodeFixes.Parallel;

/// <summary>Writes the statement that starts calls together and waits for all of them.</summary>
internal sealed class JoinWriter(string gather, string indent, string newLine)
{
    private const int LineLength = 120;

    /// <summary>How many results one <c>Gather.All</c> gives as a tuple.</summary>
    public const int MaxResults = 8;

    /// <summary><c>var (a, b) = await Gather.All(…, …);</c> with the comments of the statements it takes the place of.</summary>
    public StatementSyntax Write(IReadOnlyList<ParallelCall> calls, IReadOnlyList<string> started, IReadOnlyList<StatementSyntax> statements)
    {
        string target = Target(calls);
        string configuration = calls[0].ConfigureAwait is { } argument ? $".ConfigureAwait({argument})" : "";
        var comments = calls.Select((call, index) => index == 0 ? [] : Comments(call, statements)).ToArray();
        string line = $"{target}await {gather}.All({string.Join(", ", started)}){configuration};";
        if (indent.Length + line.Length > LineLength || comments.Any(static lines => lines.Count > 0) || line.Contains('\n'))
        {
            string inner = newLine + indent + "    ";
            var arguments = started.Select((call, index) => string.Concat(comments[index].Select(comment => inner + comment)) + inner + call);
            line = $"{target}await {gather}.All({string.Join(",", arguments)}){configuration};";
        }

        return SyntaxFactory.ParseStatement(line);
    }

    /// <summary>What receives the results: nothing, new variables, existing ones, or both.</summary>
    private static string Target(IReadOnlyList<ParallelCall> calls)
    {
        if (calls.All(static call => call.Target is ResultTarget.Nothing))
            return "";
        if (calls.All(static call => call.Target is ResultTarget.Nothing || DeclaredType(call) is "var"))
            return $"var ({string.Join(", ", calls.Select(static call => call.Name))}) = ";
        return $"({string.Join(", ", calls.Select(static call => DeclaredType(call) is { } type ? $"{type} {call.Name}" : call.Name))}) = ";
    }

    private static string? DeclaredType(ParallelCall call) => call.Target switch
    {
        ResultTarget.Declaration => ((VariableDeclarationSyntax)call.Await.Parent!.Parent!.Parent!).Type.ToString(),
        ResultTarget.Expression => "var",
        _ => null,
    };

    private static List<string> Comments(ParallelCall call, IReadOnlyList<StatementSyntax> statements)
    {
        if (call.Target is ResultTarget.Expression)
            return [];
        var statement = statements[call.Statement];
        return
        [
            .. statement.GetLeadingTrivia().Concat(statement.GetTrailingTrivia())
                .Where(static trivia => trivia.IsKind(SyntaxKind.SingleLineCommentTrivia) || trivia.IsKind(SyntaxKind.MultiLineCommentTrivia))
                .Select(static trivia => trivia.ToString()),
        ];
    }
}
