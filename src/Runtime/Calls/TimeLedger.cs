namespace Pipeline.Calls;

/// <summary>Where the time of a call with a deadline goes: which calls it made, how long they took, which still run. Thread-safe.</summary>
internal sealed class TimeLedger(TimeProvider time)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<(string Service, string Api), TimeSpan> _spent = [];
    private readonly List<CallContext> _running = [];
    private TimeSpan _busy;
    private long _busySince;

    public void Begin(CallContext call)
    {
        lock (_gate)
        {
            if (_running.Count == 0)
                _busySince = time.GetTimestamp();
            _running.Add(call);
        }
    }

    public void End(CallContext call)
    {
        lock (_gate)
        {
            if (!_running.Remove(call))
                return;

            var api = (call.Service, call.Api);
            _spent[api] = _spent.GetValueOrDefault(api) + call.Elapsed;
            if (_running.Count == 0)
                _busy += time.GetElapsedTime(_busySince);
        }
    }

    /// <summary>The calls that ended and those that run, and what the caller took itself, while none of them did.</summary>
    public IReadOnlyList<CallTime> Report(CallContext caller)
    {
        lock (_gate)
        {
            var busy = _running.Count == 0 ? _busy : _busy + time.GetElapsedTime(_busySince);
            return
            [
                .. _running.Select(static call => new CallTime(Name(call), call.Elapsed, IsRunning: true)),
                .. _spent.Select(static spent => new CallTime($"{spent.Key.Service}.{spent.Key.Api}", spent.Value, IsRunning: false)),
                new CallTime(Name(caller), caller.Elapsed - busy, IsRunning: _running.Count == 0),
            ];
        }
    }

    /// <summary>The call that has run longest, then that one's, and so on: the last of them has a path that says it all.</summary>
    public static CallContext Deepest(CallContext call)
    {
        while (call.Ledger?.Longest() is { } inner)
            call = inner;
        return call;
    }

    private static string Name(CallContext call) => $"{call.Service}.{call.Api}";

    private CallContext? Longest()
    {
        lock (_gate)
            return _running is [var first, ..] ? first : null;
    }
}
