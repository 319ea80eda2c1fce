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
    public static bool CanRewrite(StatementList list, ParallelGroup group, SemanticModel model) => Plan(list, group, model) is not null;

    public static SyntaxNode? Rewrite(SyntaxNode root, StatementList list, ParallelGroup group, SemanticModel model)
    {
        if (Plan(list, group, model) is not { } schedule)
            return null;
        return Write(root, list, group.Calls, schedule, model);
    }

    private static Schedule? Plan(StatementList list, ParallelGroup group, SemanticModel model)
    {
        var calls = group.Calls;
        var levels = calls.Select((call, index) => (Call: call, Level: group.Levels[index]))
            .GroupBy(static pair => pair.Level, static pair => pair.Call).ToArray();
        if (calls.Skip(1).Any(static call => call.MayThrowAtOnce))
            return null;
        if (!IsMonotone(group.Levels) || levels.Any(static level => level.Count() > 1 && !JoinWriter.CanConfigure([.. level])))
            return null;
        var joined = levels.Where(static level => level.Count() > 1).SelectMany(static level => level);
        if (joined.Any(call => call.Target is ResultTarget.Expression
                && !HoistCheck.CanHoist(call, list.Statements[call.Statement], group, model)))
            return null;
        return Schedule.Of(group, list.Statements, model);
    }

    private static bool IsMonotone(IReadOnlyList<int> levels) =>
        levels.Zip(levels.Skip(1), static (level, next) => level <= next).All(static kept => kept);

    private static SyntaxNode Write(
        SyntaxNode root, StatementList list, IReadOnlyList<ParallelCall> calls, Schedule schedule, SemanticModel model)
    {
        int first = calls.Min(static call => call.Statement);
        int last = calls.Max(static call => call.Statement);
        var style = SourceStyle.Of(list.Statements[first]);
        var (gather, needsUsing) = GatherName.At(model, calls[0].Await.SpanStart);
        var writer = new JoinWriter(gather, style);
        var names = ResultNames.Of(calls);
        var hoisted =
            schedule.Steps.SelectMany(static step => step.Joined).Where(static call => call.Target is ResultTarget.Expression).ToArray();

        var written = new List<StatementSyntax>();
        var rest = new HashSet<int>(Enumerable.Range(first, last - first + 1));
        foreach (var (place, joined) in schedule.Steps)
        {
            if (joined.Count > 1)
            {
                string[] started = [.. joined.Select(call => HoistedAwaits.Replace(call.Invocation, hoisted, names) + call.AsTask)];
                var lines = JoinWriter.CanJoin(joined)
                    ? [writer.Write(joined, started, [.. joined.Select(names.Of)], list.Statements)]
                    : new MixedJoinWriter(gather, style, names).Write(joined, started, list.Statements);
                written.Add(style.Place(lines[0], list.Statements[place], isNew: !rest.Remove(place) || IsKept(place)));
                written.AddRange(lines.Skip(1));
                foreach (var call in joined.Where(static call => call.Target is not ResultTarget.Expression))
                    rest.Remove(call.Statement);
            }
            else
            {
                rest.Remove(place);
                written.Add(HoistedAwaits.Replace(list.Statements[place], hoisted, names, style));
            }
        }

        last = ReturnedGather.Merge(written, list, last);
        var changed = list.Replace(root, first, last, written, []);
        return needsUsing ? GatherName.AddUsing((CompilationUnitSyntax)changed) : changed;

        bool IsKept(int place) => calls.Any(call => call.Statement == place && call.Target is ResultTarget.Expression);
    }
}
