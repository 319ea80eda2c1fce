using System.Collections.Concurrent;
using System.Diagnostics;

namespace Pipeline.Traces;

/// <summary>Listens to the calls of this process, and gives out each request when its last call has ended. Thread-safe.</summary>
internal sealed class TraceRecorder : IDisposable
{
    private readonly ConcurrentDictionary<ActivityTraceId, RunningTrace> _running = new();
    private readonly ActivityListener _listener;
    private readonly PipelineTracesOptions _options;
    private readonly TimeProvider _time;
    private readonly Predicate<string> _isOurs;
    private readonly Action<RequestTrace> _ended;

    /// <param name="options">How much is kept.</param>
    /// <param name="time">The clock.</param>
    /// <param name="isOurs">Whether a service belongs to the pipeline whose requests are recorded.</param>
    /// <param name="ended">Takes each request.</param>
    public TraceRecorder(PipelineTracesOptions options, TimeProvider time, Predicate<string> isOurs, Action<RequestTrace> ended)
    {
        _options = options;
        _time = time;
        _isOurs = isOurs;
        _ended = ended;
        _listener = new()
        {
            ShouldListenTo = static source => source.Name == PipelineTelemetry.ActivitySourceName,

            // Whether the caller's trace is exported is for others to say.
            Sample = static (ref _) => ActivitySamplingResult.AllData,
            ActivityStarted = Begin,
            ActivityStopped = End,
        };
        ActivitySource.AddActivityListener(_listener);
    }

    /// <inheritdoc/>
    public void Dispose() => _listener.Dispose();

    private void Begin(Activity span)
    {
        while (true)
        {
            if (_running.TryGetValue(span.TraceId, out var trace))
            {
                if (trace.TryBegin(span, _time.GetTimestamp()))
                    return;

                // Over, and about to be taken off.
                _running.TryRemove(new(span.TraceId, trace));
            }
            else if (_running.Count >= _options.MaxRunning || !_isOurs(span.GetTagItem("pipeline.service") as string ?? ""))
                return;
            else
                _running.TryAdd(span.TraceId, new(_options.MaxCalls));
        }
    }

    private void End(Activity span)
    {
        if (!_running.TryGetValue(span.TraceId, out var trace) || trace.End(span, _time.GetTimestamp()) is not { } spans)
            return;

        _running.TryRemove(new(span.TraceId, trace));
        foreach (var (root, first) in TraceTree.Of(spans, _time.GetElapsedTime))
        {
            _ended(new(span.TraceId.ToHexString(), new(first.StartTimeUtc), root, _options.Dependences)
            {
                IsTruncated = trace.IsTruncated,
            });
        }
    }
}
