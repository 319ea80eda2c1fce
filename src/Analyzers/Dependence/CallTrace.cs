using Microsoft.CodeAnalysis;

namespace Pipeline.Analyzers.Dependence;

/// <summary>What happens on the straight line of one region, in order of evaluation: its calls, and the incidents between them.</summary>
internal sealed class CallTrace(IOperation region)
{
    /// <summary>The calls of a trace are the bits of one word; a region with more of them is cut.</summary>
    public const int MaxCalls = 64;

    private readonly List<CallNode> _calls = [];
    private readonly List<Incident> _incidents = [];

    /// <summary>The block or expression whose straight line this is.</summary>
    public IOperation Region { get; } = region;

    public IReadOnlyList<CallNode> Calls => _calls;

    public IReadOnlyList<Incident> Incidents => _incidents;

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
            if (incident.Condition == condition && incident.Step > pair.Earlier.End && incident.Step < pair.Later.Start
                && (incident.OnlyFor is null || incident.OnlyFor == pair.Later))
            {
                return incident;
            }
        }

        return null;
    }
}
