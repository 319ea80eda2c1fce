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

        var needs = calls.Length > 1 ? NeededBy(caller, calls) : null;
        IsFromTimesAlone |= needs is null && calls.Length > 1 && caller.Calls.All(static call => call.Attempt is null);
        var ends = new TimeSpan[calls.Length];
        for (var index = 0; index < calls.Length; index++)
        {
            var start = needs is null ? LatestByTimes(calls, ends, index) : Latest(needs[index], ends);
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

    /// <summary>
    /// The places of the calls that each needs; null where that is not known for certain: a call that the source does not have, one more
    /// than it has, as in a loop, or one that began before what it is said to need had.
    /// </summary>
    private int[][]? NeededBy(TracedCall caller, TracedCall[] calls)
    {
        if (dependences?.Of(caller.Name) is not { } known || caller.Attempt is not null)
            return null;

        var counts = new Dictionary<string, int>();
        var places = new Dictionary<int, int>();
        var written = new DependentCall[calls.Length];
        for (var index = 0; index < calls.Length; index++)
        {
            var ordinal = counts.GetValueOrDefault(calls[index].Name);
            counts[calls[index].Name] = ordinal + 1;
            var place = known.Calls.Index().Where(call => call.Item.Callee == calls[index].Name && call.Item.Ordinal == ordinal).ToArray();
            if (place is not [var only])
                return null;
            places.Add(only.Index, index);
            written[index] = only.Item;
        }

        // What is needed and was not called, since a branch left it out, has passed its own needs on to nobody: not certain either.
        return written.All(call => call.Needs.All(places.ContainsKey))
            && written.Index().All(call => call.Item.Needs.All(need => places[need] < call.Index))
            ? [.. written.Select(call => call.Needs.Select(need => places[need]).ToArray())]
            : null;
    }
}
