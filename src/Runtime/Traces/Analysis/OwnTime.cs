namespace Pipeline.Traces;

/// <summary>The time in which a call does something itself: while none of those below it runs.</summary>
internal static class OwnTime
{
    /// <summary>What all calls of a request took themselves.</summary>
    public static TimeSpan OfAll(TracedCall root) => OfAll(root, caller: null);

    /// <summary>What one call took itself.</summary>
    /// <param name="call">The call.</param>
    /// <param name="caller">Its caller: while a stream is consumed, what else the consumer calls is no time of the stream.</param>
    public static TimeSpan Of(TracedCall call, TracedCall? caller)
    {
        var covering = call.IsStream && caller is not null
            ? call.Calls.Concat(caller.Calls.Where(static other => !other.IsStream)).OrderBy(static other => other.Start)
            : call.Calls.AsEnumerable();
        var (own, covered) = (TimeSpan.Zero, call.Start);
        foreach (var other in covering)
        {
            if (other.Start >= call.End)
                break;
            if (other.Start > covered)
                own += other.Start - covered;
            if (other.End > covered)
                covered = other.End;
        }

        return covered < call.End ? own + (call.End - covered) : own;
    }

    private static TimeSpan OfAll(TracedCall call, TracedCall? caller) =>
        call.Calls.Aggregate(Of(call, caller), (sum, inner) => sum + OfAll(inner, call));
}
