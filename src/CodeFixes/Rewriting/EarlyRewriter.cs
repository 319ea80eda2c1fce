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
        if (Plan(list, group, model) is not var (plan, names))
            return null;
        Name(plan, names);
        return Write(root, list, group.Calls, plan, model);
    }

    private static (EarlyPlan Plan, ResultNames Names)? Plan(StatementList list, ParallelGroup group, SemanticModel model)
    {
        var calls = group.Calls;
        if (!JoinWriter.CanJoin(calls)
            || calls.Any(call => call.Target is ResultTarget.Expression
                && !HoistCheck.CanHoist(call, list.Statements[call.Statement], group, model)))
        {
            return null;
        }

        var names = ResultNames.Of(calls);
        if (ScheduleItems.Of(calls, list.Statements, model) is not { } items || EarlyPlan.Of(group, list, items) is not { } plan)
            return null;
        if (list.ContainsAnyDirectives && plan.Calls.Any(static call => call.IsDeferred))
            return null;
        return (plan, names);
    }

    private static void Name(EarlyPlan plan, ResultNames names)
    {
        EarlyCall[] joined = [.. plan.Calls.Where(static call => call.Consumer is null)];
        int last = Array.FindLastIndex(joined, IsWaitedFor);
        for (int index = 0; index < joined.Length; index++)
        {
            var call = joined[index];
            if (call.IsDeferred)
                call.FunctionName = names.Derived(call.Call, FunctionName);
            if (IsWaitedFor(call) || (index < last && !call.IsDeferred))
                call.TaskName = names.Derived(call.Call, static name => $"{name}Task");
            call.Call.Bound = call.IsUsedOutside ? call.Call.Name : "_";
        }

        // Calls start in source order: the arguments of the first may throw, and then nothing else has been started.
        bool IsWaitedFor(EarlyCall call) => plan.Calls.Any(other => other.Inputs.Contains(call) && other.Function != call);
    }

    private static SyntaxNode Write(
        SyntaxNode root, StatementList list, IReadOnlyList<ParallelCall> calls, EarlyPlan plan, SemanticModel model)
    {
        int first = calls.Min(static call => call.Statement);
        int last = calls.Max(static call => call.Statement);
        var style = SourceStyle.Of(list.Statements[first]);
        var (gather, needsUsing) = GatherName.At(model, calls[0].Await.SpanStart);
        var functions = new EarlyFunctionWriter(style, list.Statements, calls, model);
        EarlyCall[] joined = [.. plan.Calls.Where(static call => call.Consumer is null)];

        List<StatementSyntax> written = [.. plan.Before.OrderBy(static item => item.Statement).Select(item => list.Statements[item.Statement])];
        int start = written.Count;
        written.AddRange(
            joined.Where(static call => call.TaskName is not null).Select(call => style.Line($"var {call.TaskName} = {Started(call)};")));
        var join = new JoinWriter(gather, style)
            .Write(
                [.. joined.Select(static call => call.Call)], [.. joined.Select(call => call.TaskName ?? Started(call))], list.Statements);
        written.Add(style.Place(join, list.Statements[first], isNew: true));
        if (written.Count > start + 1)
            written[written.Count - 1] =
                join.WithLeadingTrivia(style.Line("").GetLeadingTrivia()).WithTrailingTrivia(written[start].GetTrailingTrivia());
        bool isAbsorbed = calls.First(call => call.Statement == first).Target is not ResultTarget.Expression;
        written[start] = isAbsorbed && plan.Before.All(item => item.Statement > first)
            ? written[start].WithLeadingTrivia(list.Statements[first].GetLeadingTrivia()).WithTrailingTrivia(list.Statements[first].GetTrailingTrivia())
            : style.Place(written[start], list.Statements[first], isNew: true);
        written.AddRange(plan.Behind.Select(item => HoistedAwaits.Replace(list.Statements[item.Statement], calls, style)));

        var changed = list.Replace(root, first, last, written, joined.Where(static call => call.IsDeferred).Select(functions.Write));
        return needsUsing ? GatherName.AddUsing((CompilationUnitSyntax)changed) : changed;
    }

    /// <summary>The name of the function that gets a result.</summary>
    public static string FunctionName(string result) => $"Get{char.ToUpperInvariant(result[0])}{result.Substring(1)}Async";

    /// <summary>The call as it is started.</summary>
    public static string Started(EarlyCall call) => call.IsDeferred ? $"{call.FunctionName}()" : call.Call.Invocation + call.Call.AsTask;
}
