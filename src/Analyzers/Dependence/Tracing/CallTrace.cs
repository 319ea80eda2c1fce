using Microsoft.CodeAnalysis;
using Pipeline.Analyzers.Dependence.Calls;

namespace Pipeline.Analyzers.Dependence.Tracing;

/// <summary>What happens on the straight line of one region, in order of evaluation: its calls, and the incidents between them.</summary>
/// <param name="region">The block or expression whose straight line this is.</param>
/// <param name="ambient">A transaction or another ambient scope that may be alive; null if the method has none.</param>
/// <param name="outer">The trace of the region around it; null for a function's own.</param>
internal sealed class CallTrace(IOperation region, IOperation? ambient, CallTrace? outer)
{
    /// <summary>The calls of a trace are the bits of one word; a region with more of them is cut.</summary>
    public const int MaxCalls = 64;

    private readonly List<CallNode> _calls = [];
    private readonly List<Incident> _incidents = [];

    public IOperation Region { get; } = region;

    public IOperation? Ambient { get; } = ambient;

    public CallTrace? Outer { get; } = outer;

    /// <summary>What stands around the region on the outer line: the branch, the loop, the <c>try</c>.</summary>
    public Incident? Entry { get; } = outer?._incidents.LastOrDefault();

    public IReadOnlyList<CallNode> Calls => _calls;

    public IReadOnlyList<Incident> Incidents => _incidents;

    /// <summary>The questions that are asked again, by the places of the two calls; null before anyone has looked.</summary>
    public IReadOnlyList<(int First, int Again)>? Repeated { get; set; }

    public bool IsFull => _calls.Count == MaxCalls;

    public void Start(CallNode call, int step)
    {
        call.Index = _calls.Count;
        call.Start = step;
        _calls.Add(call);
    }

    public void Add(Incident incident) => _incidents.Add(incident);

    /// <summary>The first incident of the kind that lies after the one call's wait and before the other's start.</summary>
    public Incident? FirstBetween(CallPair pair, OrderCondition condition)
    {
        foreach (var incident in _incidents)
        {
            if (incident.Condition == condition && LiesBetween(incident, pair) && !IsUnseen(incident, pair)
                && pair.Passed?.Contains(incident.Operation.Syntax.Span) is not true)
                return incident;
        }

        return null;
    }

    /// <summary>Whether something between the calls only allows the later one to start early if it keeps its place itself.</summary>
    public bool KeepsPlaces(CallPair pair) => _incidents.Any(incident => LiesBetween(incident, pair) && IsUnseen(incident, pair));

    private static bool LiesBetween(Incident incident, CallPair pair) =>
        incident.Step > pair.Earlier.End
            && incident.Step < pair.Later.Start
            && (incident.OnlyFor is null || incident.OnlyFor == pair.Later);

    /// <summary>A call that blocks its caller cannot be started and waited for at different places.</summary>
    private static bool IsUnseen(Incident incident, CallPair pair) =>
        pair.Later.Call.View is not CallViews.Sync && incident.IsUnseenBy?.Invoke(pair.Later) is true;
}
