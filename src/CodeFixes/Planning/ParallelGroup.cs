using Pipeline.Analyzers.Dependence.Groups;
using Pipeline.Analyzers.Dependence.Tracing;

namespace Pipeline.CodeFixes.Planning;

/// <summary>Calls to rewrite, neighbours among the calls of a flagged group, and which of them must wait for which.</summary>
internal sealed class ParallelGroup
{
    private readonly CallGroup _group;

    /// <param name="group">The flagged group.</param>
    /// <param name="calls">Its calls to rewrite.</param>
    /// <param name="holdsRegions">Whether regions of the file begin or end between them.</param>
    public ParallelGroup(CallGroup group, IReadOnlyList<ParallelCall> calls, bool holdsRegions)
    {
        KeepsPlaces = group.KeepsPlaces || holdsRegions || calls.Any(static call => call.Holder is not null);
        (_group, Calls) = (group, calls);
        int[] levels = new int[calls.Count];
        for (int later = 0; later < calls.Count; later++)
        {
            for (int earlier = 0; earlier < later; earlier++)
            {
                if (DependsOn(later, earlier))
                    levels[later] = Math.Max(levels[later], levels[earlier] + 1);
            }
        }

        Levels = levels;
    }

    /// <summary>The calls in source order.</summary>
    public IReadOnlyList<ParallelCall> Calls { get; }

    /// <summary>By the places of the calls: one more than the highest level among the calls it needs, from zero.</summary>
    public IReadOnlyList<int> Levels { get; }

    /// <summary>The first call of the whole group: what is evaluated behind it neither throws nor changes anything.</summary>
    public CallNode First => _group.Calls[0];

    /// <summary>
    /// Whether something between the calls of the whole group has to keep its place, a region would lose its call, or a local holds
    /// the task of a call already.
    /// </summary>
    public bool KeepsPlaces { get; }

    /// <summary>Whether fewer calls than are written one after another have to be.</summary>
    public bool IsWorthwhile => Levels.Max() < Calls.Count - 1;

    /// <summary>Whether the later call must wait for the earlier one, by their places.</summary>
    public bool DependsOn(int later, int earlier) =>
        Calls[later].Nodes.Any(
            node => Calls[earlier].Nodes.Any(other => _group.DependsOn(_group.Calls.IndexOf(node), _group.Calls.IndexOf(other))));
}
