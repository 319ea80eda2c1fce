using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Pipeline.CodeFixes.Planning;

namespace Pipeline.CodeFixes.Rewriting;

/// <summary>
/// "Run together": the calls of each level of the dependence graph start together and are joined by one <c>Gather.All</c>.
/// </summary>
/// <remarks>
/// There are as many levels as the longest chain has calls, so no form has a shorter critical path in unit latencies. The failure
/// that comes out is the earliest in source order as long as no call stands before one of a lower level.
/// </remarks>
internal static class TogetherRewriter
{
    public static SyntaxNode? Rewrite(SyntaxNode root, StatementList list, ParallelGroup group, SemanticModel model)
    {
        var calls = group.Calls;
        var levels = calls.GroupBy(static call => call.Level).ToArray();
        if (!IsMonotone(calls) || levels.Any(static level => level.Count() > 1 && !JoinWriter.CanJoin([.. level])))
            return null;
        var joined = levels.Where(static level => level.Count() > 1).SelectMany(static level => level);
        if (joined.Any(call => call.Target is ResultTarget.Expression && !HoistCheck.CanHoist(call, list.Statements[call.Statement], group, model)))
            return null;
        if (Schedule.Of(calls, list.Statements, model) is not { } schedule)
            return null;

        ResultNames.Of(calls);
        return Write(root, list, calls, schedule, model);
    }

    private static bool IsMonotone(IReadOnlyList<ParallelCall> calls)
    {
        for (int index = 1; index < calls.Count; index++)
        {
            if (calls[index].Level < calls[index - 1].Level)
                return false;
        }

        return true;
    }

    private static SyntaxNode Write(
        SyntaxNode root, StatementList list, IReadOnlyList<ParallelCall> calls, Schedule schedule, SemanticModel model)
    {
        int first = calls.Min(static call => call.Statement);
        int last = calls.Max(static call => call.Statement);
        var style = SourceStyle.Of(list.Statements[first]);
        var (gather, needsUsing) = GatherName.At(model, calls[0].Await.SpanStart);
        var writer = new JoinWriter(gather, style);
        var hoisted = schedule.Steps.SelectMany(static step => step.Joined).Where(static call => call.Target is ResultTarget.Expression).ToArray();

        var written = new List<StatementSyntax>();
        var rest = new HashSet<int>(Enumerable.Range(first, last - first + 1));
        foreach (var (place, joined) in schedule.Steps)
        {
            if (joined.Count > 1)
            {
                string[] started = [.. joined.Select(call => HoistedAwaits.Replace(call.Invocation, hoisted).ToString())];
                written.Add(style.Place(writer.Write(joined, started, list.Statements), list.Statements[place], isNew: !rest.Remove(place) || IsKept(place)));
                foreach (var call in joined.Where(static call => call.Target is not ResultTarget.Expression))
                    rest.Remove(call.Statement);
            }
            else
            {
                rest.Remove(place);
                written.Add(HoistedAwaits.Replace(list.Statements[place], hoisted, style));
            }
        }

        var changed = list.Replace(root, first, last, written, []);
        return needsUsing ? GatherName.AddUsing((CompilationUnitSyntax)changed) : changed;

        bool IsKept(int place) => calls.Any(call => call.Statement == place && call.Target is ResultTarget.Expression);
    }
}
