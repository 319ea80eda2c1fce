namespace Pipeline.Traces;

/// <summary>Walks from the end of a request to its beginning.</summary>
internal sealed class PathWalk
{
    private readonly List<PathSegment> _segments = [];

    /// <summary>The parts of the path, in the order of time.</summary>
    public static IReadOnlyList<PathSegment> Of(TracedCall root)
    {
        var walk = new PathWalk();
        walk.Walk(root, root.Start, root.End, isCut: false);
        walk._segments.Reverse();
        return walk._segments;
    }

    /// <param name="call">The call.</param>
    /// <param name="from">Where to end.</param>
    /// <param name="to">Where to begin.</param>
    /// <param name="isCut">Whether the call ran on after that time, when nobody waited for it any more.</param>
    private void Walk(TracedCall call, TimeSpan from, TimeSpan to, bool isCut)
    {
        var time = to;
        var inside = Awaited.By(call, isCut)
            .Select(inner => (Call: inner, End: Earlier(Awaited.EndOf(inner, call), isCut ? to : inner.End)));
        foreach (var (inner, end) in inside.OrderByDescending(static inner => inner.End).ThenByDescending(static inner => inner.Call.Start))
        {
            if (time <= from || end <= from)
                break;
            if (end > time || inner.Start >= end)
                continue;

            AddOwn(call, end, time, isCut);
            time = Later(inner.Start, from);
            Walk(inner, time, end, inner.End > end);
        }

        AddOwn(call, from, time, isCut);
    }

    // What the call does itself, or a stream that it consumes meanwhile.
    private void AddOwn(TracedCall call, TimeSpan from, TimeSpan to, bool isCut)
    {
        var time = to;
        foreach (var stream in Awaited.Streams(call, isCut).OrderByDescending(static stream => stream.End))
        {
            var (start, end) = (Later(stream.Start, from), Earlier(stream.End, time));
            if (start >= end)
                continue;

            AddHere(call, end, time);
            Walk(stream, start, end, stream.End > end && Awaited.IsEnded(call));
            time = start;
        }

        AddHere(call, from, time);
    }

    private void AddHere(TracedCall call, TimeSpan from, TimeSpan to)
    {
        // A stream waits at each of its steps, at times that nobody has noted.
        var served = call.IsStream ? call.Start : call.Start + call.QueueWait;
        if (to > served)
            Add(call, Later(from, served), to, isQueue: false);
        if (from < served)
            Add(call, from, Earlier(to, served), isQueue: true);
    }

    private void Add(TracedCall call, TimeSpan from, TimeSpan to, bool isQueue)
    {
        if (from < to)
            _segments.Add(new() { Call = call, Start = from, End = to, IsQueue = isQueue });
    }

    private static TimeSpan Later(TimeSpan one, TimeSpan other) => one > other ? one : other;

    private static TimeSpan Earlier(TimeSpan one, TimeSpan other) => one < other ? one : other;
}
