using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Pipeline.Analyzers.Dependence.Tracing;

namespace Pipeline.Analyzers.Dependence.Groups;

/// <summary>Calls of one region connected by "could have started before": what one report is about, and one fix.</summary>
internal sealed record CallGroup
{
    /// <summary>The block or expression on whose straight line the calls stand.</summary>
    public required IOperation Region { get; init; }

    /// <summary>The calls in order of their starts.</summary>
    public required ImmutableArray<CallNode> Calls { get; init; }

    /// <summary>Every ordered pair of the group's calls, by their places in <see cref="Calls"/>; transitively closed.</summary>
    public required ImmutableArray<DependenceEdge> Dependences { get; init; }

    /// <summary>The first call whose wait makes others wait.</summary>
    public required CallNode First { get; init; }

    /// <summary>The calls that wait for <see cref="First"/> although nothing makes them.</summary>
    public required ImmutableArray<CallNode> Waiting { get; init; }

    /// <summary>
    /// Whether something between the calls has to keep its place: then they are started early, and awaited where they were.
    /// </summary>
    public required bool KeepsPlaces { get; init; }

    /// <summary>How many calls run one after another as written.</summary>
    public required int SequentialCalls { get; init; }

    /// <summary>How many have to: the longest chain of dependences.</summary>
    public required int CriticalPathLength { get; init; }

    /// <summary>Whether the later call must wait for the earlier one.</summary>
    public bool DependsOn(int later, int earlier)
    {
        foreach (var dependence in Dependences)
        {
            if (dependence.Later == later && dependence.Earlier == earlier)
                return true;
        }

        return false;
    }
}
