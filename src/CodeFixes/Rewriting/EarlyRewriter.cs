using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Pipeline.CodeFixes.Planning;

namespace Pipeline.CodeFixes.Rewriting;

/// <summary>
/// "Run as early as possible": every call starts as soon as its inputs are there, chains of calls as local functions, and one
/// <c>Gather.All</c> in source order waits for them.
/// </summary>
/// <remarks>
/// No call waits for anything but its inputs, so no form is faster, whatever the latencies. The first failure in the order of the
/// arguments is the first in source order: a call that waits for a failed one fails in the same way, and stands behind it.
/// </remarks>
internal static class EarlyRewriter
{
    public static bool CanRewrite(StatementList list, ParallelGroup group, SemanticModel model) => Plan(list, group, model) is not null;

    public static SyntaxNode? Rewrite(SyntaxNode root, StatementList list, ParallelGroup group, SemanticModel model)
    {
        return Plan(list, group, model) is { } plan ? Write(root, list, group.Calls, plan, model) : null;
    }

    private static EarlyPlan? Plan(StatementList list, ParallelGroup group, SemanticModel model)
    {
        var calls = group.Calls;
        if (!JoinWriter.CanJoin(calls)
            || calls.Any(call => call.Target is ResultTarget.Expression
                && !HoistCheck.CanHoist(call, list.Statements[call.Statement], group, model)))
        {
            return null;
        }

        return ScheduleItems.Of(calls, list.Statements, model) is { } items
            && EarlyPlanner.Plan(group, list, items) is { } plan
            && !(list.ContainsAnyDirectives && plan.Calls.Any(static call => call.IsDeferred)) ? plan : null;
    }

    /// <summary>Calls start in source order: the arguments of the first may throw, and then nothing else has been started.</summary>
    private static EarlyNames NamesOf(EarlyPlan plan, IReadOnlyList<ParallelCall> calls)
    {
        var last = plan.Joined.LastOrDefault(plan.IsWaitedFor);
        return new(plan, ResultNames.Of(calls), call =>
            plan.IsWaitedFor(call) || (last is not null && call.Index < last.Index && !call.IsDeferred));
    }

    private static SyntaxNode Write(
        SyntaxNode root, StatementList list, IReadOnlyList<ParallelCall> calls, EarlyPlan plan, SemanticModel model)
    {
        int first = calls.Min(static call => call.Statement);
        int last = calls.Max(static call => call.Statement);
        var style = SourceStyle.Of(list.Statements[first]);
        var (gather, needsUsing) = GatherName.At(model, calls[0].Await.SpanStart);
        var names = NamesOf(plan, calls);
        var functions = new EarlyFunctionWriter(style, list.Statements, calls, names, model);
        EarlyCall[] joined = [.. plan.Joined];

        List<StatementSyntax> written = [.. plan.Before.Select(item => list.Statements[item.Statement])];
        int start = written.Count;
        written.AddRange(
            joined.Where(call => names.Task(call) is not null)
                .Select(call => style.Line($"var {names.Task(call)} = {names.Started(call)};")));
        var join = new JoinWriter(gather, style).Write(
            [.. joined.Select(static call => call.Call)],
            [.. joined.Select(call => names.Task(call) ?? names.Started(call))],
            [.. joined.Select(call => call.IsUsedOutside ? names.Results.Of(call.Call) : "_")],
            list.Statements);
        written.Add(style.Place(join, list.Statements[first], isNew: true));
        if (written.Count > start + 1)
            written[written.Count - 1] =
                join.WithLeadingTrivia(style.Line("").GetLeadingTrivia()).WithTrailingTrivia(written[start].GetTrailingTrivia());
        bool isAbsorbed = calls.First(call => call.Statement == first).Target is not ResultTarget.Expression;
        written[start] = isAbsorbed && plan.Before.All(item => item.Statement > first)
            ? written[start].WithLeadingTrivia(list.Statements[first].GetLeadingTrivia())
                .WithTrailingTrivia(list.Statements[first].GetTrailingTrivia())
            : style.Place(written[start], list.Statements[first], isNew: true);
        written.AddRange(plan.Behind.Select(item => HoistedAwaits.Replace(list.Statements[item.Statement], calls, names.Results, style)));

        var changed = list.Replace(root, first, last, written, joined.Where(static call => call.IsDeferred).Select(functions.Write));
        return needsUsing ? GatherName.AddUsing((CompilationUnitSyntax)changed) : changed;
    }
}
