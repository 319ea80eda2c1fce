namespace Pipeline.Traces;

/// <summary>
/// Runs a request again in thought, with other durations of some calls: each call begins as long after the one that it had waited for as
/// it did, and a caller goes on once a whole group has ended.
/// </summary>
/// <param name="durationOf">The duration of a call, given the one that follows from those below it.</param>
internal sealed class Replay(Func<TracedCall, TimeSpan, TimeSpan> durationOf)
{
    /// <summary>How long the call takes.</summary>
    public TimeSpan Of(TracedCall call)
    {
        var (then, now) = (call.Start, TimeSpan.Zero);
        foreach (var group in CallGroup.Of(call))
        {
            now += group.Start - then;
            var ends = new Dictionary<TracedCall, TimeSpan>();
            foreach (var inner in group.Calls)
            {
                var start = group.Before(inner) is { } before
                    ? ends[before] + (inner.Start - before.End)
                    : now + (inner.Start - group.Start);
                ends[inner] = start + Of(inner);
            }

            now = ends.Values.Max();
            then = group.End;
        }

        return durationOf(call, now + (call.End - then));
    }
}
