using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Pipeline.CodeFixes.Parallel;

/// <summary>Writes the statement that starts calls together and waits for all of them.</summary>
internal sealed class JoinWriter(string gather, string indent, string newLine)
{
    private const int LineLength = 120;

    /// <summary>How many results one <c>Gather.All</c> gives as a tuple; more are gathered in several.</summary>
    private const int MaxResults = 8;

    /// <summary>Whether one join can wait for all of them: with results or without, and all in the same way.</summary>
    public static bool CanJoin(IReadOnlyList<ParallelCall> calls) =>
        calls.All(call => call.ResultType is null == calls[0].ResultType is null && call.ConfigureAwait == calls[0].ConfigureAwait);

    /// <summary><c>var (a, b) = await Gather.All(…, …);</c> with the comments of the statements it takes the place of.</summary>
    public StatementSyntax Write(IReadOnlyList<ParallelCall> calls, IReadOnlyList<string> started, IReadOnlyList<StatementSyntax> statements)
    {
        string target = Target(calls);
        string configuration = AwaitConfiguration(calls[0]);
        var comments = calls.Select((call, index) => index == 0 ? [] : Comments(call, statements)).ToArray();
        string line = $"{target}await {gather}.All({Nest(calls, started, $"{gather}.All(")}){configuration};";
        if (indent.Length + line.Length > LineLength || comments.Any(static lines => lines.Count > 0) || line.Contains('\n'))
        {
            string inner = newLine + indent + "    ";
            string[] arguments =
            [
                .. started.Select((call, index) => (Call: call, Comments: comments[index], Line: IsNested(calls, index) ? inner + "    " : inner))
                    .Select(static argument => string.Concat(argument.Comments.Select(comment => argument.Line + comment)) + argument.Line + argument.Call),
            ];
            line = $"{target}await {gather}.All({Nest(calls, arguments, $"{inner}{gather}.All(", ",")}){configuration};";
        }

        return SyntaxFactory.ParseStatement(line);
    }

    /// <summary><c>.ConfigureAwait(…)</c> as the call has it.</summary>
    public static string AwaitConfiguration(ParallelCall call) => call.ConfigureAwait is { } argument ? $".ConfigureAwait({argument})" : "";

    /// <summary>The type the result's variable is declared with; null where it exists already.</summary>
    public static string? DeclaredType(ParallelCall call) => call.Target switch
    {
        ResultTarget.Declaration => ((VariableDeclarationSyntax)call.Await.Parent!.Parent!.Parent!).Type.ToString(),
        ResultTarget.Expression => "var",
        _ => null,
    };

    /// <summary>What receives the results: nothing, new variables, existing ones, or both.</summary>
    private static string Target(IReadOnlyList<ParallelCall> calls)
    {
        if (calls.All(static call => call.Target is ResultTarget.Nothing))
            return "";
        if (calls.All(static call => call.Target is ResultTarget.Nothing || DeclaredType(call) is "var"))
            return $"var ({Nest(calls, [.. calls.Select(static call => call.Bound)], "(")}) = ";
        return $"({Nest(calls, [.. calls.Select(static call => DeclaredType(call) is { } type ? $"{type} {call.Bound}" : call.Bound)], "(")}) = ";
    }

    /// <summary>A list of as many parts as there are calls, in groups where one tuple cannot hold them.</summary>
    private static string Nest(IReadOnlyList<ParallelCall> calls, IReadOnlyList<string> parts, string open, string separator = ", ")
    {
        if (!IsNested(calls, 0))
            return string.Join(separator, parts);
        var groups = Enumerable.Range(0, (parts.Count + MaxResults - 1) / MaxResults)
            .Select(group => parts.Skip(group * MaxResults).Take(MaxResults).ToArray())
            .Select(group => group.Length == 1 ? group[0] : $"{open}{string.Join(separator, group)})");
        return string.Join(separator, groups);
    }

    /// <summary>Whether the call is in a gather inside the gather; a last one alone is not.</summary>
    private static bool IsNested(IReadOnlyList<ParallelCall> calls, int index) =>
        calls.Count > MaxResults && calls[0].ResultType is not null && !(index == calls.Count - 1 && index % MaxResults == 0);

    private static List<string> Comments(ParallelCall call, IReadOnlyList<StatementSyntax> statements) =>
        call.Target is ResultTarget.Expression ? [] : SourceStyle.CommentsOf(statements[call.Statement]);
}
