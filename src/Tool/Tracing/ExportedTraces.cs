using Pipeline.Traces;

namespace Pipeline.Tool.Tracing;

/// <summary>Makes requests of spans: one for each span whose caller is not among them.</summary>
/// <param name="Requests">The requests, the slowest first.</param>
/// <param name="Notes">What has to be said about how they were read.</param>
internal sealed record ExportedTraces(IReadOnlyList<RequestTrace> Requests, IReadOnlyList<string> Notes)
{
    /// <param name="spans">The spans of any number of traces.</param>
    /// <param name="dependences">Which call needs which; null where nothing is known.</param>
    public static ExportedTraces Of(IReadOnlyList<ExportedSpan> spans, CallDependences? dependences)
    {
        var (requests, adjusted) = (new List<RequestTrace>(), 0);
        ExportedSpan[] ended =
            [.. spans.Where(static span => span.End >= span.Start).DistinctBy(static span => (span.TraceId, span.SpanId))];
        foreach (var trace in ended.GroupBy(static span => span.TraceId))
        {
            var aligned = ClockSkew.Remove([.. trace], out int changed);
            adjusted += changed;
            requests.AddRange(new Builder(aligned).Requests(dependences));
        }

        int kept = requests.Sum(static request => request.Root.DescendantsAndSelf().Count());
        string?[] notes =
        [
            spans.Count > ended.Length ? $"{spans.Count - ended.Length} span(s) had not ended, or were there twice: left out." : null,
            adjusted > 0 ? $"The clocks of {adjusted} process(es) differed from their callers': their times were moved." : null,
            kept < ended.Length ? $"{ended.Length - kept} span(s) are their own callers: left out." : null,
        ];
        return new([.. requests.OrderByDescending(static request => request.Duration)], [.. notes.OfType<string>()]);
    }

    private sealed class Builder(IReadOnlyList<ExportedSpan> spans)
    {
        private readonly ILookup<string, ExportedSpan> _below =
            spans.OrderBy(static span => span.Start).ToLookup(static span => span.ParentId);

        public IEnumerable<RequestTrace> Requests(CallDependences? dependences)
        {
            var known = spans.Select(static span => span.SpanId).ToHashSet();
            foreach (var root in spans.Where(span => !known.Contains(span.ParentId)))
            {
                yield return new(
                    root.TraceId, DateTimeOffset.UnixEpoch.AddTicks(root.Start), Call(root, root.Start), dependences);
            }
        }

        private TracedCall Call(ExportedSpan span, long begin) => new()
        {
            Service = span.Text("pipeline.service") ?? span.Program,
            Api = span.Text("pipeline.api") ?? span.Name,
            SpanId = span.SpanId,
            Start = TimeSpan.FromTicks(span.Start - begin),
            Duration = TimeSpan.FromTicks(span.End - span.Start),
            QueueWait = span.Number("pipeline.queue.wait") is { } wait ? TimeSpan.FromSeconds(wait) : TimeSpan.Zero,
            Attempt = (int?)span.Number("pipeline.attempt"),
            IsServed = span.IsServer,
            IsStream = span.Number("pipeline.stream.items") is not null,
            Failure = span.Failure,
            CanceledBy = span.Text("pipeline.canceled_by"),
            Calls = [.. _below[span.SpanId].Select(inner => Call(inner, begin))],
        };
    }
}
