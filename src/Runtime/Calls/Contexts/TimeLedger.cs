namespace Pipeline.Calls;

/// <summary>
/// Where the time of a call with a deadline goes: which calls it made, how long they took, which still run. Beginning and ending take
/// the same time however many run. Thread-safe.
/// </summary>
internal sealed class TimeLedger(TimeProvider time)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<(string Service, string Api), (TimeSpan Time, int Count)> _spent = [];
    private Entry? _first;
    private Entry? _last;
    private TimeSpan _busy;
    private long _busySince;

    public void Begin(CallContext call)
    {
        lock (_gate)
        {
            if (_first is null)
                _busySince = time.GetTimestamp();

            var entry = call.LedgerEntry = new(this, call) { Previous = _last };
            if (_last is null)
                _first = entry;
            else
                _last.Next = entry;
            _last = entry;
        }
    }

    private void End(Entry entry)
    {
        lock (_gate)
        {
            var call = entry.Call;
            if (call.LedgerEntry != entry)
                return;

            call.LedgerEntry = null;
            Remove(entry);
            var api = (call.Service, call.Api);
            var (spent, count) = _spent.GetValueOrDefault(api);
            _spent[api] = (spent + call.Elapsed, count + 1);
            if (_first is null)
                _busy += time.GetElapsedTime(_busySince);
        }
    }

    /// <summary>The calls that run and those that ended, by API, and what the caller took itself, while none of them did.</summary>
    public IReadOnlyList<CallTime> Report(CallContext caller)
    {
        lock (_gate)
        {
            var busy = _first is null ? _busy : _busy + time.GetElapsedTime(_busySince);
            var isIdle = _first is null;
            return
            [
                .. Running(),
                .. _spent.Select(static spent => new CallTime
                {
                    Call = $"{spent.Key.Service}.{spent.Key.Api}", Time = spent.Value.Time, Count = spent.Value.Count,
                }),
                new() { Call = Name(caller), Time = caller.Elapsed - busy, IsRunning = isIdle },
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

    private List<CallTime> Running()
    {
        var running = new List<CallTime>();
        var places = new Dictionary<string, int>();
        for (var entry = _first; entry is not null; entry = entry.Next)
        {
            var call = entry.Call;
            if (places.TryGetValue(Name(call), out var place))
            {
                running[place] = running[place] with { Count = running[place].Count + 1 };
                continue;
            }

            places.Add(Name(call), running.Count);
            running.Add(new() { Call = Name(call), Time = call.Elapsed, IsRunning = true });
        }

        return running;
    }

    private void Remove(Entry entry)
    {
        if (entry.Previous is null)
            _first = entry.Next;
        else
            entry.Previous.Next = entry.Next;
        if (entry.Next is null)
            _last = entry.Previous;
        else
            entry.Next.Previous = entry.Previous;
    }

    private CallContext? Longest()
    {
        lock (_gate)
            return _first?.Call;
    }

    /// <summary>A call that runs, and its neighbours; guarded by the lock of the ledger.</summary>
    internal sealed class Entry(TimeLedger ledger, CallContext call)
    {
        public CallContext Call { get; } = call;

        public Entry? Next { get; set; }

        public Entry? Previous { get; set; }

        public void End() => ledger.End(this);
    }
}
