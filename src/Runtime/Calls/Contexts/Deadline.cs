namespace Pipeline.Calls;

/// <summary>The moment at which a call times out, for it and for every call below it. Thread-safe.</summary>
/// <remarks>It locks itself: nobody else does, and each call with a timeout needs one object fewer.</remarks>
internal sealed class Deadline : CallEnding, IDisposable
{
    private const int Running = 0;
    private const int Expired = 1;
    private const int Ended = 2;

    // 49 days: what a timer takes.
    private static readonly TimeSpan LongestTimer = TimeSpan.FromMilliseconds(uint.MaxValue - 1);

    private readonly CallContext _owner;
    private readonly TimeSpan _budget;
    private readonly TimeProvider _time;
    private readonly long _start;
    private readonly ITimer _timer;
    private EndableCall? _calls;
    private List<Exception>? _thrown;
    private int _state;
    private bool _isRetiring;
    private Spending? _report;
    private ServiceTimeoutException? _exception;

    /// <param name="owner">The call whose time it is.</param>
    /// <param name="budget">The time it has; none, if it is below zero.</param>
    /// <param name="time">The clock.</param>
    public Deadline(CallContext owner, TimeSpan budget, TimeProvider time)
    {
        _owner = owner;
        _budget = budget > TimeSpan.Zero ? budget : TimeSpan.Zero;
        _time = time;
        _start = time.GetTimestamp();
        var due = _budget < LongestTimer ? _budget : LongestTimer;
        _timer = time.CreateTimer(static deadline => ((Deadline)deadline!).Expire(), this, due, Timeout.InfiniteTimeSpan);
    }

    /// <inheritdoc/>
    public override string Cause => "deadline";

    /// <inheritdoc/>
    public override bool IsFinal => true;

    /// <summary>Never below zero.</summary>
    public TimeSpan Remaining => _budget - _time.GetElapsedTime(_start) is { Ticks: > 0 } remaining ? remaining : TimeSpan.Zero;

    // A timer may be early by less than its resolution.
    public bool HasExpired => Volatile.Read(ref _state) == Expired || Remaining == TimeSpan.Zero;

    /// <summary>Whether its call ended in time: it holds for nothing that the call has started and that runs on.</summary>
    public bool HasEnded => Volatile.Read(ref _state) == Ended;

    /// <summary>
    /// The deadline of a call that may take as long as that: its own, to be disposed of, if it comes before its caller's;
    /// otherwise null, and the caller's holds on.
    /// </summary>
    public static Deadline? Shrink(CallContext call, TimeSpan? budget, TimeProvider time) =>
        budget is { } own && !(call.Deadline?.Remaining <= own) ? new(call, own, time) : null;

    /// <summary>Ends the call, too, when the time is over; at once if it is.</summary>
    public void Add(EndableCall call)
    {
        lock (this)
        {
            if (_state == Running)
            {
                call.Next = _calls;
                if (_calls is not null)
                    _calls.Previous = call;
                _calls = call;
                return;
            }
        }

        if (_state == Expired)
            call.End(this);
    }

    /// <summary>Forgets a call that has ended.</summary>
    public void Remove(EndableCall call)
    {
        lock (this)
        {
            if (call.Previous is not null)
                call.Previous.Next = call.Next;
            else if (_calls == call)
                _calls = call.Next;
            if (call.Next is not null)
                call.Next.Previous = call.Previous;
            call.Next = call.Previous = null;
            if (!_isRetiring || _calls is not null)
                return;
        }

        Dispose();
    }

    /// <summary>Ends the deadline with the last call that it holds for: one that was given up may run on, and has it still.</summary>
    public void Retire()
    {
        lock (this)
        {
            _isRetiring = true;
            if (_calls is not null)
                return;
        }

        Dispose();
    }

    /// <summary>Keeps the failure of an attempt, to name it should the time be over before another succeeds.</summary>
    public void Note(Exception failure)
    {
        lock (this)
            (_thrown ??= []).Add(failure);
    }

    /// <inheritdoc/>
    public override Exception? Replace(Exception? failure) =>
        failure is not null && failure == Volatile.Read(ref _exception) ? null : CreateException(failure);

    /// <summary>What a call says that timed out: one exception for the call that had the time and for every call below it.</summary>
    public ServiceTimeoutException CreateException(Exception? cause)
    {
        var report = Report();
        lock (this)
        {
            if (_exception is not null)
                return _exception;

            Exception[] thrown = [.. _thrown ?? [], .. cause is null ? Array.Empty<Exception>() : [cause]];
            var inner = thrown is [] or [_] ? thrown.FirstOrDefault() : new AggregateException(thrown);
            return _exception = new(report.Path, $"{_owner.Service}.{_owner.Api}", _budget, report.Spent, inner);
        }
    }

    public void Dispose()
    {
        _timer.Dispose();

        // One that is expiring at this moment ends by itself.
        Interlocked.CompareExchange(ref _state, Ended, Running);
    }

    private void Expire()
    {
        // The report first: once the calls below are ended, they are gone from it.
        Report();
        var calls = new List<EndableCall>();
        lock (this)
        {
            if (Interlocked.CompareExchange(ref _state, Expired, Running) != Running)
                return;

            for (var call = _calls; call is not null; call = call.Next)
                calls.Add(call);
        }

        calls.ForEach(call => call.End(this));
    }

    private Spending Report()
    {
        lock (this)
            return _report ??= new(TimeLedger.Deepest(_owner).Path, _owner.Ledger?.Report(_owner) ?? []);
    }

    private sealed record Spending(string Path, IReadOnlyList<CallTime> Spent);
}
