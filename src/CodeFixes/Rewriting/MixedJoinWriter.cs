using Microsoft.CodeAnalysis.CSharp.Syntax;
using Pipeline.CodeFixes.Planning;

namespace Pipeline.CodeFixes.Rewriting;

/// <summary>
/// Joins calls with a result and calls without: their tasks in variables, one wait for all, then each result from its task.
/// </summary>
internal sealed class MixedJoinWriter(string gather, SourceStyle style, ResultNames names)
{
    public IReadOnlyList<StatementSyntax> Write(
        IReadOnlyList<ParallelCall> calls, IReadOnlyList<string> started, IReadOnlyList<StatementSyntax> statements)
    {
        string configuration = JoinWriter.AwaitConfiguration(JoinWriter.ConfigurationOf(calls));
        string[] tasks = [.. calls.Select(call => names.Derived(call, static name => $"{name}Task"))];
        return
        [
            .. calls.Select(
                (call, index) => style.Line($"var {tasks[index]} = {started[index]};", index == 0 ? "" : Comments(call, statements))),
            style.Line($"await {gather}.All({string.Join(", ", tasks)}){configuration};"),
            .. calls.Select((call, index) => (call, index))
                .Where(pair => pair.call.ResultType is not null && names.Of(pair.call) is not "_")
                .Select(pair => style.Line($"{Receiver(pair.call)} = await {tasks[pair.index]}{configuration};")),
        ];
    }

    private string Receiver(ParallelCall call) =>
        JoinPart.DeclaredType(call) is { } type ? $"{type} {names.Of(call)}" : names.Of(call);

    private string Comments(ParallelCall call, IReadOnlyList<StatementSyntax> statements) => call.Target is ResultTarget.Expression
        ? ""
        : string.Concat(SourceStyle.CommentsOf(statements[call.Statement]).Select(comment => style.Indent + comment + style.NewLine));
}
