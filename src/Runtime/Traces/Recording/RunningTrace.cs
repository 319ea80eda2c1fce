using System.Diagnostics;

namespace Pipeline.Traces;

/// <summary>The spans of one trace of which some have not ended. Thread-safe.</summary>
/// <param name="maxCalls">How many are kept.</param>
internal sealed class RunningTrace(int maxCalls)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<ActivitySpanId, RecordedSpan> _spans = [];
    private int _running;
    private bool _isOver;
    private bool _isTruncated;

    /// <summary>Whether spans beyond the most that are kept are missing.</summary>
    public bool IsTruncated => _isTruncated;

    /// <summary>Begins a span; false if the trace is over, so that the span belongs to another.</summary>
    public bool TryBegin(Activity span, long time)
    {
        lock (_gate)
        {
            if (_isOver)
                return false;
            if (_spans.Count >= maxCalls)
            {
                _isTruncated = true;
                return true;
            }

            _spans.Add(span.SpanId, new(span, time));
            _running++;
            return true;
        }
    }

    /// <summary>Ends a span; the spans of the whole trace if it was the last one that ran, otherwise null.</summary>
    public IReadOnlyCollection<RecordedSpan>? End(Activity span, long time)
    {
        lock (_gate)
        {
            if (!_spans.TryGetValue(span.SpanId, out var recorded))
                return null;

            recorded.End = time;
            _isOver = --_running == 0;
            return _isOver ? _spans.Values : null;
        }
    }
}

/// <summary>A span with times of the pipeline's own clock, by which what one thread does after another is after it.</summary>
/// <param name="span">The span.</param>
/// <param name="start">When it began, as a timestamp.</param>
internal sealed class RecordedSpan(Activity span, long start)
{
    public Activity Span { get; } = span;

    public long Start { get; } = start;

    public long End { get; set; }
}
