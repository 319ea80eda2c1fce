using System.Collections.Immutable;
using Pipeline.Analyzers.Dependence.Tracing;

namespace Pipeline.Analyzers.Dependence.Groups;

/// <summary>Builds the dependence graph of a trace and finds the groups in it that wait needlessly.</summary>
internal static class GroupFinder
{
    /// <param name="trace">The line the calls stand on.</param>
    /// <param name="concerns">Which pairs count; all if null.</param>
    public static IEnumerable<CallGroup> Find(CallTrace trace, Func<CallNode, CallNode, bool>? concerns = null)
    {
        var graph = new CallGraph(trace, concerns);
        foreach (var members in graph.Components())
        {
            if (Describe(trace, graph, members) is { } group && group.CriticalPathLength < group.SequentialCalls)
                yield return group;
        }
    }

    private static CallGroup Describe(CallTrace trace, CallGraph graph, ulong members)
    {
        var calls = trace.Calls.Where(call => (members & call.Bit) != 0).ToImmutableArray();
        int length = graph.LengthAsWritten(members);
        var first = calls.First(call => (graph.Free(call) & members) != 0);
        return new()
        {
            Region = trace.Region,
            Calls = calls,
            Dependences = [.. Edges(graph, calls)],
            First = first,
            Waiting = [.. calls.Where(call => (graph.Free(first) & call.Bit) != 0)],
            KeepsPlaces = calls.Any(later => calls.Any(
                earlier => (graph.Free(earlier) & later.Bit) != 0 && trace.KeepsPlaces(new(trace, earlier, later)))),
            SequentialCalls = length,
            CriticalPathLength = length - graph.Gain(members),
        };
    }

    private static IEnumerable<DependenceEdge> Edges(CallGraph graph, ImmutableArray<CallNode> calls)
    {
        for (int later = 1; later < calls.Length; later++)
        {
            for (int earlier = 0; earlier < later; earlier++)
            {
                if (graph.MustWait(calls[earlier], calls[later]))
                    yield return new(earlier, later, graph.ReasonOf(calls[earlier], calls[later]));
            }
        }
    }
}
