namespace Pipeline.Traces;

/// <summary>
/// The streams that a caller consumes, while it is run again. A span does not say when the steps of a stream ran: what nothing else
/// accounts for while a stream is open is taken to be the stream's.
/// </summary>
internal sealed class ReplayedStreams
{
    private readonly List<(TracedCall Stream, double Outer, double Scale, double Waited)> _streams = [];
    private readonly List<(TimeSpan From, TimeSpan To)> _own = [];

    /// <param name="caller">The caller.</param>
    /// <param name="groups">The calls that it makes, and those below its streams.</param>
    /// <param name="change">What is changed.</param>
    /// <param name="random">Says which streams are answered from a cache.</param>
    public ReplayedStreams(TracedCall caller, IReadOnlyList<CallGroup> groups, WhatIf change, Random random)
    {
        if (!Awaited.Streams(caller).Any())
            return;

        var then = ReplayPlan.Begin(caller);
        foreach (var group in groups)
        {
            _own.Add((then, group.Start));
            then = group.End;
        }

        _own.Add((then, caller.End));
        Add(caller, outer: 1, change, random);
    }

    /// <summary>What a time, in which the caller makes no call, is changed by.</summary>
    public TimeSpan Change(TimeSpan from, TimeSpan to)
    {
        var time = TimeSpan.Zero;
        foreach (var (stream, outer, scale, waited) in _streams)
            time += Overlap(stream, from, to) * outer * ((scale * (1 - waited)) - 1);
        return time;
    }

    /// <summary>
    /// What a call below a stream takes, against what it took; 0 where it is not made, since the stream is answered from a cache.
    /// </summary>
    public double ScaleOf(TracedCall call) => _streams.Where(one => one.Stream.DescendantsAndSelf().Contains(call))
        .Aggregate(1.0, static (scale, one) => scale * one.Scale);

    private void Add(TracedCall consumer, double outer, WhatIf change, Random random)
    {
        foreach (var stream in Awaited.Streams(consumer))
        {
            var isHit = change.HitRateOf(stream.Name) is > 0 and var rate && random.NextDouble() < rate;
            var scale = isHit ? 0 : change.ScaleOf(stream.Name);
            var open = _own.Aggregate(TimeSpan.Zero, (sum, part) => sum + Overlap(stream, part.From, part.To));
            var waited = change.IsWithoutQueue(stream.Name) && open > TimeSpan.Zero ? Math.Min(1, stream.QueueWait / open) : 0;
            _streams.Add((stream, outer, scale, waited));
            Add(stream, outer * scale, change, random);
        }
    }

    private static TimeSpan Overlap(TracedCall stream, TimeSpan from, TimeSpan to)
    {
        var (start, end) = (stream.Start > from ? stream.Start : from, stream.End < to ? stream.End : to);
        return end > start ? end - start : TimeSpan.Zero;
    }
}
