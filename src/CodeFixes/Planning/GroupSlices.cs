using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Pipeline.Analyzers.Dependence.Groups;
using Pipeline.Analyzers.Dependence.Tracing;
using Pipeline.Analyzers.Symbols;

namespace Pipeline.CodeFixes.Planning;

/// <summary>
/// What of a group can be rewritten at once: all its calls, else as many neighbours as possible. Only neighbours, because a call
/// that stays where it is would fail after those behind it.
/// </summary>
internal static class GroupSlices
{
    /// <summary>The slices that gain time, the longest first.</summary>
    public static IEnumerable<ParallelGroup> Of(CallGroup group, StatementList list)
    {
        var units = UnitsOf(group);
        for (int count = units.Count; count > 1; count--)
        {
            for (int start = 0; start + count <= units.Count; start++)
            {
                if (Read([.. units.Skip(start).Take(count)], list) is { } calls
                    && new ParallelGroup(group, calls, HoldsRegions(calls, list)) is { IsWorthwhile: true } slice)
                    yield return slice;
            }
        }
    }

    /// <summary>The calls one by one; those that a gather starts, together.</summary>
    private static List<CallNode[]> UnitsOf(CallGroup group) =>
    [
        .. group.Calls
            .GroupBy(static call => call.IsStartedByJoin ? (object)call.Join! : call)
            .Select(static unit => unit.ToArray()),
    ];

    private static List<ParallelCall>? Read(CallNode[][] units, StatementList list)
    {
        var calls = new List<ParallelCall>();
        foreach (var unit in units)
        {
            if (ParallelCallReader.Read(unit, list.Statements) is not { } call)
                return null;
            calls.Add(call);
        }

        return list.ContainsDirectives(calls.Min(static call => call.Statement), calls.Max(static call => call.Statement))
            || HoldsOthers(calls, list) ? null : calls;
    }

    private static bool HoldsRegions(List<ParallelCall> calls, StatementList list) =>
        list.ContainsRegions(calls.Min(static call => call.Statement), calls.Max(static call => call.Statement));

    /// <summary>
    /// Whether something else is started or awaited between the first call and the last: it would start later than before, or fail
    /// after those behind it.
    /// </summary>
    private static bool HoldsOthers(List<ParallelCall> calls, StatementList list) => list.Statements
        .Skip(calls[0].Statement)
        .Take(calls[calls.Count - 1].Statement - calls[0].Statement + 1)
        .SelectMany(static statement =>
            statement.DescendantNodes(static node => node is not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax)))
        .Where(node => node.Span.End > calls[0].Await.Span.End && node.Span.End < calls[calls.Count - 1].Await.Span.End)
        .Any(node => node switch
        {
            AwaitExpressionSyntax => !calls.Any(call => call.Await == node || IsGathered(call, node)),
            InvocationExpressionSyntax => AwaitForms.IsTaskOrUnaryCall(calls[0].Model.GetTypeInfo(node).Type)
                && !calls.Any(call => call.Invocation == node || IsGathered(call, node)),
            _ => false,
        });

    private static bool IsGathered(ParallelCall call, SyntaxNode node) =>
        call.Node.Join is not null && call.Invocation.Span.Contains(node.Span);
}
