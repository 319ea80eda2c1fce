using System.Diagnostics;

namespace Pipeline.Calls;

/// <summary>
/// A call of another process, on this side: its span and its duration. Also carries the caller's trace where nobody listens.
/// </summary>
internal sealed class IncomingObservation
{
    private readonly ApiTelemetry _api;
    private readonly TimeProvider _time;
    private readonly long _start;
    private readonly Activity? _span;
    private readonly Activity? _outer;
    private Exception? _failure;

    /// <param name="api">What is called.</param>
    /// <param name="time">The clock.</param>
    /// <param name="parent">The caller's span as <c>traceparent</c>; empty if there is none.</param>
    /// <param name="state">The caller's <c>tracestate</c>.</param>
    /// <param name="baggage">What the caller hands down.</param>
    public IncomingObservation(
        ApiTelemetry api, TimeProvider time, string parent, string state, IReadOnlyList<KeyValuePair<string, string?>> baggage)
    {
        _api = api;
        _time = time;
        _start = time.GetTimestamp();
        _outer = Activity.Current;
        ActivityContext.TryParse(parent, state, isRemote: true, out var caller);

        // The server's own span is of the same trace already, and hands its baggage on.
        // Where nobody listens, that will do as well, whatever its parent is.
        var isWithin = _outer is not null && (caller == default || _outer.Id == parent
            || (_outer.TraceId == caller.TraceId && !CallTelemetry.Source.HasListeners()));
        if (!isWithin)
            Activity.Current = null;
        _span = CallTelemetry.Source.StartActivity(
            api.SpanName, ActivityKind.Server, isWithin ? default : caller, api.Tags, null, time.GetUtcNow());
        Span = _span;
        if (isWithin || (_span is null && caller == default && baggage is []))
            return;

        _span ??= Carry(caller, api.SpanName);
        foreach (var (name, value) in baggage)
            _span.AddBaggage(name, value);
    }

    /// <summary>The span that somebody listens to, or null.</summary>
    public Activity? Span { get; }

    /// <summary>Notes what the call has failed with.</summary>
    public void Fail(Exception failure) => _failure = failure;

    /// <summary>Ends the span and measures the call.</summary>
    public void End()
    {
        var elapsed = _time.GetElapsedTime(_start);
        if (CallTelemetry.ServerDuration.Enabled)
            CallTelemetry.ServerDuration.Record(elapsed.TotalSeconds, _api.Ended(_failure));
        if (_span is not null)
            SpanEnd.Stop(_span, elapsed, _failure);
        Activity.Current = _outer;
    }

    private static Activity Carry(ActivityContext caller, string name)
    {
        var carrier = new Activity(name);
        if (caller != default)
        {
            carrier.SetParentId(caller.TraceId, caller.SpanId, caller.TraceFlags);
            carrier.TraceStateString = caller.TraceState;
        }

        return carrier.Start();
    }
}
