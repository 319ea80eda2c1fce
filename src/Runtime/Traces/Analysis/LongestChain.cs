namespace Pipeline.Traces;

/// <summary>The longest chain of calls of which each needs the one before it, with what each does itself.</summary>
/// <param name="dependences">Which call needs which; null where nothing is known.</param>
internal sealed class LongestChain(CallDependences? dependences)
{
    /// <summary>Whether the times alone said what a call needs, for any that made several.</summary>
    public bool IsFromTimesAlone { get; private set; }

    public TimeSpan Of(TracedCall call, TracedCall? caller = null) => OwnTime.Of(call, caller) + Longest(call);

    private TimeSpan Longest(TracedCall caller)
    {
        TracedCall[] calls = [.. caller.Calls.Where(call => call.End <= caller.End)];
        if (calls is [])
            return TimeSpan.Zero;

        var joined = calls.Length > 1 ? DependenceJoin.Of(caller, calls, dependences) : null;
        IsFromTimesAlone |= joined is null && calls.Length > 1 && caller.Calls.All(static call => call.Attempt is null);
        var ends = new TimeSpan[calls.Length];
        for (var index = 0; index < calls.Length; index++)
        {
            var start = joined is null ? LatestByTimes(calls, ends, index) : Latest(joined[index].Needs, ends);
            ends[index] = start + Of(calls[index], caller);
        }

        return ends.Max();
    }

    private static TimeSpan LatestByTimes(TracedCall[] calls, TimeSpan[] ends, int index)
    {
        var latest = TimeSpan.Zero;
        for (var other = 0; other < index; other++)
        {
            if (calls[other].End <= calls[index].Start && ends[other] > latest)
                latest = ends[other];
        }

        return latest;
    }

    private static TimeSpan Latest(IEnumerable<int> needs, TimeSpan[] ends) => needs.Select(need => ends[need]).DefaultIfEmpty().Max();
}
