using Pipeline.Traces;

namespace Pipeline.Runtime.Tests.Traces;

/// <summary>A request whose deadline passed: its caller has the answer, while what it called may run on.</summary>
internal static class RequestCut
{
    // Who was canceled that shortly before may have been so by either.
    private static readonly TimeSpan Soon = TimeSpan.FromTicks(2_000_000);

    /// <summary>
    /// The request with a deadline at a random time; as it was where several calls ran then, of which any may have been awaited.
    /// </summary>
    public static (TracedCall Root, IReadOnlyList<PathSegment> Path) At(TracedCall root, IReadOnlyList<PathSegment> path, Random random)
    {
        var time = root.Duration * (0.2 + (0.7 * random.NextDouble()));
        if (!IsOneChain(root, time))
            return (root, path);

        var copies = new Dictionary<TracedCall, TracedCall>();
        var cut = Cut(root, time, time, random, copies);
        var before = path.Where(segment => segment.Start < time)
            .Select(segment => segment with { Call = copies[segment.Call], End = segment.End < time ? segment.End : time });
        return (cut, [.. before]);
    }

    private static bool IsOneChain(TracedCall call, TimeSpan time)
    {
        var running = call.Calls.Where(inner => inner.Start < time && inner.End > time).ToArray();
        return !call.Calls.Any(inner => inner.CanceledBy is "caller" && time - inner.End < Soon)
            && (running is []
                || (running is [{ IsStream: false, CanceledBy: null, Service: not "Left" } one] && IsOneChain(one, time)));
    }

    private static TracedCall Cut(TracedCall call, TimeSpan time, TimeSpan end, Random random, Dictionary<TracedCall, TracedCall> copies)
    {
        var isCut = call.End > time;
        var copy = new TracedCall
        {
            Service = call.Service,
            Api = call.Api,
            SpanId = call.SpanId,
            Start = call.Start,
            Duration = isCut ? end - call.Start : call.Duration,
            QueueWait = call.QueueWait < time - call.Start ? call.QueueWait : time - call.Start,
            Attempt = call.Attempt,
            IsStream = call.IsStream,
            Failure = isCut ? "Pipeline.ServiceTimeoutException" : call.Failure,
            CanceledBy = isCut ? "deadline" : call.CanceledBy,
            Calls =
            [
                .. call.Calls.Where(inner => inner.Start < time)
                    .Select(inner => Cut(inner, time, end + TimeSpan.FromTicks(random.Next(0, 3) * 1_000), random, copies)),
            ],
        };
        copies.Add(call, copy);
        return copy;
    }
}
