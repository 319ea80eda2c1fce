namespace Pipeline.Traces;

/// <summary>
/// Calls of one caller of which each overlaps another: a gather, as a rule. Between two groups the caller does something itself, and has by
/// then waited for all calls of the first.
/// </summary>
internal sealed class CallGroup
{
    private readonly List<TracedCall> _calls = [];
    private readonly Dictionary<TracedCall, TracedCall> _before = [];
    private readonly PriorityQueue<TracedCall, (TimeSpan End, int Place)> _running = new();
    private TracedCall? _last;

    private CallGroup(TracedCall first, TracedCall caller)
    {
        Start = first.Start;
        Add(first, caller);
    }

    public TimeSpan Start { get; }

    public TimeSpan End { get; private set; }

    /// <summary>The calls in the order in which they began.</summary>
    public IReadOnlyList<TracedCall> Calls => _calls;

    /// <summary>The groups of a caller, one after another.</summary>
    /// <param name="caller">The caller.</param>
    /// <param name="isWhole">
    /// Only calls that had ended when the caller did, those below the streams that it consumed among them: they held it up too.
    /// </param>
    public static List<CallGroup> Of(TracedCall caller, bool isWhole = false)
    {
        var groups = new List<CallGroup>();
        foreach (var call in isWhole ? Whole(caller).OrderBy(static call => call.Start) : Awaited.By(caller))
        {
            if (groups is [.., var last] && call.Start < last.End)
                last.Add(call, caller);
            else
                groups.Add(new(call, caller));
        }

        return groups;
    }

    /// <summary>The call of the group that had ended last when that one began, which it has waited for; null for none.</summary>
    public TracedCall? Before(TracedCall call) => _before.GetValueOrDefault(call);

    private static IEnumerable<TracedCall> Whole(TracedCall caller) => Awaited.By(caller).Where(call => call.End <= caller.End)
        .Concat(Awaited.Streams(caller).Where(stream => stream.End <= caller.End).SelectMany(Whole));

    private void Add(TracedCall call, TracedCall caller)
    {
        while (_running.TryPeek(out var ended, out var at) && at.End <= call.Start)
        {
            _running.Dequeue();
            if (_last is null || ended.End > _last.End)
                _last = ended;
        }

        if (_last is not null)
            _before.Add(call, _last);
        _running.Enqueue(call, (call.End, _calls.Count));
        _calls.Add(call);
        if (Awaited.EndOf(call, caller) is var end && end > End)
            End = end;
    }
}
