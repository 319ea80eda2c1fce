using System.Diagnostics;

namespace Pipeline.Calls;

/// <summary>
/// One call while somebody listens: its span, from its beginning until its caller has the answer, and its measurements. Created only where
/// there is a listener. Its owner ends it once; what runs on after that is not seen any more.
/// </summary>
internal sealed class CallObservation
{
    private readonly ApiTelemetry _api;
    private readonly TimeProvider _time;
    private readonly long _start;
    private readonly Role _role;
    private readonly bool _isCounted;
    private Activity? _outer;
    private Exception? _failure;
    private string? _canceledBy;
    private TimeSpan _wait;
    private int _waits;
    private int _items;
    private int? _instance;
    private bool _hasEnded;

    private CallObservation(ApiTelemetry api, TimeProvider time, Activity? span, Activity? outer, Role role)
    {
        _outer = outer;
        _api = api;
        _time = time;
        _start = time.GetTimestamp();
        _role = role;
        Span = span;
        if (role is Role.Attempt || !CallTelemetry.ActiveCalls.Enabled)
            return;

        _isCounted = true;
        CallTelemetry.ActiveCalls.Add(1, api.Tags);
    }

    private enum Role
    {
        /// <summary>A call, seen by its caller.</summary>
        Call,

        /// <summary>One of several attempts of a call.</summary>
        Attempt,

        /// <summary>A call of another process, whose span has begun already and is ended by whoever began it.</summary>
        Served,
    }

    /// <summary>The span, current from now on; null where nobody wants it.</summary>
    public Activity? Span { get; }

    /// <summary>Begins to watch a call.</summary>
    public static CallObservation BeginCall(ApiTelemetry api, TimeProvider time)
    {
        var outer = Activity.Current;
        return new(api, time, Start(api, time), outer, Role.Call);
    }

    /// <summary>Goes on watching a call of another process.</summary>
    /// <param name="api">What is called.</param>
    /// <param name="time">The clock.</param>
    /// <param name="span">The span that was begun when the call came in, or null.</param>
    public static CallObservation GoOn(ApiTelemetry api, TimeProvider time, Activity? span) =>
        new(api, time, span, Activity.Current, Role.Served);

    /// <summary>Begins to watch an attempt of the call; null where nobody wants its span, the only thing that an attempt has.</summary>
    public CallObservation? BeginAttempt(int number)
    {
        if (Span is null || Start(_api, _time, ActivityKind.Internal) is not { } span)
            return null;

        span.SetTag("pipeline.attempt", number);
        return new(_api, _time, span, Span, Role.Attempt);
    }

    /// <summary>Makes the span the current one, until the async method that says so ends or another is.</summary>
    public void Enter()
    {
        if (Span is null)
            return;

        _outer = Activity.Current;
        Activity.Current = Span;
    }

    /// <summary>Makes the span current that was so before this one.</summary>
    public void Leave()
    {
        if (Span is not null)
            Activity.Current = _outer;
    }

    /// <summary>Notes which instance ran an attempt that has no span of its own.</summary>
    public void RunOn(int instance) => _instance = instance;

    /// <summary>Adds a wait for a slot.</summary>
    public void AddWait(TimeSpan wait)
    {
        _wait += wait;
        _waits++;
    }

    /// <summary>Counts an item of a stream.</summary>
    public void AddItem() => _items++;

    /// <summary>Notes what the caller is to see.</summary>
    /// <param name="failure">The failure.</param>
    /// <param name="canceledBy">What ended the call before its body; null where the body failed by itself.</param>
    public void Fail(Exception failure, string? canceledBy)
    {
        _failure = failure;
        _canceledBy = canceledBy;
    }

    /// <summary>Ends the span and measures the call; does nothing the second time.</summary>
    /// <param name="instance">The instance that ran the body; null where none did, or it was not in this process.</param>
    /// <param name="isStream">Whether items were counted.</param>
    public void End(int? instance, bool isStream)
    {
        if (Interlocked.Exchange(ref _hasEnded, true))
            return;

        var elapsed = _time.GetElapsedTime(_start);
        if (_isCounted)
            CallTelemetry.ActiveCalls.Add(-1, _api.Tags);
        if (_role is Role.Call && CallTelemetry.ClientDuration.Enabled)
            CallTelemetry.ClientDuration.Record(elapsed.TotalSeconds, _api.Ended(_failure));
        if (Span is null)
            return;

        Tag(Span, instance, isStream);
        if (_role is not Role.Served)
            SpanEnd.Stop(Span, elapsed, _failure, isError: _canceledBy is not LostAttempts);
    }

    private const string LostAttempts = "hedge";

    private static Activity? Start(ApiTelemetry api, TimeProvider time, ActivityKind? kind = null) =>
        CallTelemetry.Source.HasListeners()
            ? CallTelemetry.Source.StartActivity(api.SpanName, kind ?? api.Kind, default(ActivityContext), api.Tags, null, time.GetUtcNow())
            : null;

    private void Tag(Activity span, int? instance, bool isStream)
    {
        if ((instance ?? _instance) is { } number)
            span.SetTag("pipeline.instance", number);
        if (_waits > 0)
            span.SetTag("pipeline.queue.wait", _wait.TotalSeconds);
        if (_canceledBy is not null)
            span.SetTag("pipeline.canceled_by", _canceledBy);
        if (isStream)
            span.SetTag("pipeline.stream.items", _items);
    }
}
