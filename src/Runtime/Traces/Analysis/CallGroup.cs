namespace Pipeline.Traces;

/// <summary>
/// Calls of one caller of which each overlaps another: a gather, as a rule. Between two groups the caller does something itself, and has by
/// then waited for all calls of the first.
/// </summary>
internal sealed class CallGroup
{
    private readonly List<TracedCall> _calls = [];
    private readonly Dictionary<TracedCall, TracedCall> _before = [];

    private CallGroup(TracedCall first)
    {
        Start = first.Start;
        Add(first);
    }

    public TimeSpan Start { get; }

    public TimeSpan End { get; private set; }

    /// <summary>The calls in the order in which they began.</summary>
    public IReadOnlyList<TracedCall> Calls => _calls;

    /// <summary>The groups of a caller, one after another.</summary>
    public static List<CallGroup> Of(TracedCall caller)
    {
        var groups = new List<CallGroup>();
        foreach (var call in Awaited.By(caller))
        {
            if (groups is [.., var last] && call.Start < last.End)
                last.Add(call);
            else
                groups.Add(new(call));
        }

        return groups;
    }

    /// <summary>The call of the group that had ended last when that one began, which it has waited for; null for none.</summary>
    public TracedCall? Before(TracedCall call) => _before.GetValueOrDefault(call);

    private void Add(TracedCall call)
    {
        var before = _calls.Where(other => other.End <= call.Start).MaxBy(static other => other.End);
        if (before is not null)
            _before.Add(call, before);
        _calls.Add(call);
        if (call.End > End)
            End = call.End;
    }
}
