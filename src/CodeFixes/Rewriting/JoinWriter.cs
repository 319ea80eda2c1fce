using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Pipeline.CodeFixes.Planning;

namespace Pipeline.CodeFixes.Rewriting;

/// <summary>Writes the statement that starts calls together and waits for all of them.</summary>
internal sealed class JoinWriter(string gather, SourceStyle style)
{
    private const int LineLength = 120;

    /// <summary>How many results one <c>Gather.All</c> gives as a tuple; more are gathered in several.</summary>
    private const int MaxResults = 8;

    /// <summary>Whether one join can wait for all of them: with results or without, and in a way that does for all.</summary>
    public static bool CanJoin(IReadOnlyList<ParallelCall> calls) =>
        calls.All(call => call.ResultType is null == calls[0].ResultType is null) && CanConfigure(calls);

    /// <summary>Whether one way to wait does for all of them.</summary>
    public static bool CanConfigure(IReadOnlyList<ParallelCall> calls) =>
        calls.All(call => call.ConfigureAwait == calls[0].ConfigureAwait)
            || calls.All(static call => call.ConfigureAwait is null or "true" or "false");

    /// <summary><c>var (a, b) = await Gather.All(…, …);</c> with the comments of the statements it takes the place of.</summary>
    public StatementSyntax Write(
        IReadOnlyList<ParallelCall> calls, IReadOnlyList<string> started, IReadOnlyList<string> bound,
        IReadOnlyList<StatementSyntax> statements)
    {
        JoinPart[] parts = [.. calls.SelectMany((call, index) =>
            JoinPart.Of(call, started[index], bound[index], index == 0 ? [] : Comments(call, statements)))];
        bool nests = parts.Length > MaxResults && calls[0].ResultType is not null;
        string start = $"{Target(parts, nests)}await {gather}.All(";
        string end = $"){AwaitConfiguration(ConfigurationOf(calls))};";
        string line = start + Nest([.. parts.Select(static part => part.Call)], nests, $"{gather}.All(") + end;
        if (style.Indent.Length + line.Length > LineLength || parts.Any(static part => part.Comments.Count > 0) || line.Contains('\n'))
        {
            string inner = style.NewLine + style.Indent + "    ";
            string[] arguments = [.. parts.Select((part, index) =>
                Argument(part, IsNested(parts.Length, index, nests) ? inner + "    " : inner))];
            line = start + Nest(arguments, nests, $"{inner}{gather}.All(", ",") + end;
        }

        return SyntaxFactory.ParseStatement(line);
    }

    /// <summary><c>.ConfigureAwait(…)</c>, or nothing.</summary>
    public static string AwaitConfiguration(string? argument) => argument is null ? "" : $".ConfigureAwait({argument})";

    /// <summary>
    /// How to wait for all of the calls. Code behind one that does not ask for its context back gets none, whatever the others ask for.
    /// </summary>
    public static string? ConfigurationOf(IReadOnlyList<ParallelCall> calls)
    {
        if (calls.All(call => call.ConfigureAwait == calls[0].ConfigureAwait))
            return calls[0].ConfigureAwait;
        return calls.Any(static call => call.ConfigureAwait is "false") ? "false" : null;
    }

    private string Argument(JoinPart part, string line) =>
        string.Concat(part.Comments.Select(comment => line + comment))
        + line + SourceStyle.Deeper(part.Call, line.Length - style.NewLine.Length - style.Indent.Length);

    /// <summary>What receives the results: nothing, new variables, existing ones, or both.</summary>
    private static string Target(JoinPart[] parts, bool nests)
    {
        if (parts.All(static part => part is { Type: null, Bound: "_" }))
            return "";
        bool isNew = parts.All(static part => part.Type is "var" || part is { Type: null, Bound: "_" });
        string[] names = [.. parts.Select(part => isNew || part.Type is null ? part.Bound : $"{part.Type} {part.Bound}")];
        return $"{(isNew ? "var " : "")}({Nest(names, nests, "(")}) = ";
    }

    /// <summary>A list of the parts, in groups where one tuple cannot hold them.</summary>
    private static string Nest(string[] parts, bool nests, string open, string separator = ", ")
    {
        if (!nests)
            return string.Join(separator, parts);
        var groups = Enumerable.Range(0, (parts.Length + MaxResults - 1) / MaxResults)
            .Select(group => parts.Skip(group * MaxResults).Take(MaxResults).ToArray())
            .Select(group => group.Length == 1 ? group[0] : $"{open}{string.Join(separator, group)})");
        return string.Join(separator, groups);
    }

    /// <summary>Whether the part is in a gather inside the gather; a last one alone is not.</summary>
    private static bool IsNested(int count, int index, bool nests) => nests && !(index == count - 1 && index % MaxResults == 0);

    private static List<string> Comments(ParallelCall call, IReadOnlyList<StatementSyntax> statements) =>
        call.Target is ResultTarget.Expression ? [] : SourceStyle.CommentsOf(statements[call.Statement]);
}
