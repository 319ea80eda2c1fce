namespace Pipeline.Tool.Tracing;

/// <summary>
/// How far the clock of each process is from that of the process that the request came from. A call and the span of the other side that
/// answers it say what is possible: the answer begins and ends within the call. All such pairs together bound how far apart the clocks can
/// be; where clocks that agree are possible, nothing is changed, otherwise the middle of the least and the most is taken, which is possible
/// too. (Jaeger takes the middle of each pair alone, and may tear apart what one process did.)
/// </summary>
internal static class ClockSkew
{
    /// <summary>The spans of a trace with times of one clock: that of the first process.</summary>
    /// <param name="spans">The spans of one trace, each id once.</param>
    /// <param name="adjusted">How many processes' times were changed.</param>
    public static IReadOnlyList<ExportedSpan> Remove(IReadOnlyList<ExportedSpan> spans, out int adjusted)
    {
        var bounds = Bounds(spans);
        adjusted = 0;
        if (bounds.All(static bound => bound.Most >= 0) || First(spans) is not { } first)
            return spans;

        var offsets = Offsets(bounds, first.Process) ?? Offsets([.. bounds.Where(static bound => bound.IsFromStarts)], first.Process) ?? [];
        adjusted = offsets.Values.Count(static offset => offset != 0);
        return
        [
            .. spans.Select(span => offsets.GetValueOrDefault(span.Process) is not 0 and var offset
                ? span with { Start = span.Start + offset, End = span.End + offset }
                : span),
        ];
    }

    private static ExportedSpan? First(IReadOnlyList<ExportedSpan> spans)
    {
        var known = spans.Select(static span => span.SpanId).ToHashSet();
        return spans.FirstOrDefault(span => !known.Contains(span.ParentId));
    }

    private static List<Bound> Bounds(IReadOnlyList<ExportedSpan> spans)
    {
        var byId = spans.ToDictionary(static span => span.SpanId);
        var bounds = new List<Bound>();
        foreach (var answer in spans)
        {
            if (!byId.TryGetValue(answer.ParentId, out var caller) || caller.Process == answer.Process)
                continue;
            bounds.Add(new(answer.Process, caller.Process, answer.Start - caller.Start, IsFromStarts: true));

            // An answer to a caller that waits no more may end after the call.
            if (caller.Text("pipeline.canceled_by") is null)
                bounds.Add(new(caller.Process, answer.Process, caller.End - answer.End, IsFromStarts: false));
        }

        return bounds;
    }

    /// <summary>What to add to the times of each process; null where nothing fits all bounds.</summary>
    private static Dictionary<string, long>? Offsets(List<Bound> bounds, string first)
    {
        // The bounds are a system of differences: the most and the least that are possible are shortest paths.
        var most = Shortest(bounds, first);
        var least = Shortest([.. bounds.Select(static bound => bound with { From = bound.To, To = bound.From })], first);
        if (most is null || least is null)
            return null;

        var offsets = new Dictionary<string, long>();
        foreach (string process in most.Keys.Union(least.Keys))
        {
            long? upper = most.TryGetValue(process, out long up) ? up : null;
            long? lower = least.TryGetValue(process, out long down) ? -down : null;
            offsets[process] = upper is null ? lower!.Value : lower is null ? upper.Value : lower.Value + ((upper.Value - lower.Value) / 2);
        }

        return offsets;
    }

    /// <summary>The lengths of the shortest paths from a process (Bellman and Ford); null where there is a negative cycle.</summary>
    private static Dictionary<string, long>? Shortest(List<Bound> bounds, string first)
    {
        var lengths = new Dictionary<string, long> { [first] = 0 };
        for (int round = 0; round <= bounds.Count; round++)
        {
            bool changed = false;
            foreach (var bound in bounds)
            {
                if (lengths.TryGetValue(bound.From, out long start)
                    && (!lengths.TryGetValue(bound.To, out long length) || start + bound.Most < length))
                {
                    lengths[bound.To] = start + bound.Most;
                    changed = true;
                }
            }

            if (!changed)
                return lengths;
        }

        return null;
    }

    /// <summary>The offset of one process is at most that much above the offset of another.</summary>
    private sealed record Bound(string From, string To, long Most, bool IsFromStarts);
}
