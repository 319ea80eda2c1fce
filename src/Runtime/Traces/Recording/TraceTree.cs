using System.Diagnostics;

namespace Pipeline.Traces;

/// <summary>Makes requests of the spans of a trace: one for each span whose caller is not among them.</summary>
internal sealed class TraceTree
{
    private readonly ILookup<ActivitySpanId, RecordedSpan> _below;
    private readonly Func<long, long, TimeSpan> _elapsed;

    private TraceTree(IEnumerable<RecordedSpan> spans, Func<long, long, TimeSpan> elapsed)
    {
        _below = spans.OrderBy(static span => span.Start).ToLookup(static span => span.Span.ParentSpanId);
        _elapsed = elapsed;
    }

    /// <summary>The first calls, each with the spans below it and the time at which it began.</summary>
    /// <param name="spans">All spans of a trace.</param>
    /// <param name="elapsed">The time between two timestamps.</param>
    public static IEnumerable<(TracedCall Root, Activity Span)> Of(
        IReadOnlyCollection<RecordedSpan> spans, Func<long, long, TimeSpan> elapsed)
    {
        var tree = new TraceTree(spans, elapsed);
        var known = spans.Select(static span => span.Span.SpanId).ToHashSet();
        return spans.Where(span => !known.Contains(span.Span.ParentSpanId)).Select(root => (tree.Call(root, root.Start), root.Span));
    }

    private TracedCall Call(RecordedSpan recorded, long begin)
    {
        var span = recorded.Span;
        return new()
        {
            Service = Text(span, "pipeline.service") ?? span.DisplayName,
            Api = Text(span, "pipeline.api") ?? "",
            SpanId = span.SpanId.ToHexString(),
            Start = _elapsed(begin, recorded.Start),
            Duration = _elapsed(recorded.Start, recorded.End),
            QueueWait = span.GetTagItem("pipeline.queue.wait") is double wait ? TimeSpan.FromSeconds(wait) : TimeSpan.Zero,
            Attempt = span.GetTagItem("pipeline.attempt") as int?,
            IsServed = span.Kind is ActivityKind.Server,
            IsStream = span.GetTagItem("pipeline.stream.items") is not null,
            Failure = Text(span, "error.type"),
            CanceledBy = Text(span, "pipeline.canceled_by"),
            Calls = [.. _below[span.SpanId].Select(inner => Call(inner, begin))],
        };
    }

    private static string? Text(Activity span, string tag) => span.GetTagItem(tag) as string;
}
