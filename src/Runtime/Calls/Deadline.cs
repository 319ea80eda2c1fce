namespace Pipeline.Calls;

/// <summary>The moment at which a call's time is up, for it and for every call below it. Thread-safe.</summary>
internal sealed class Deadline : IDisposable
{
    private readonly CallContext _owner;
    private readonly TimeSpan _budget;
    private readonly TimeProvider _time;
    private readonly long _start;
    private readonly CancellationTokenSource _source;
    private readonly ITimer _timer;
    private readonly Lock _gate = new();
    private bool _isOver;
    private (string Path, IReadOnlyList<CallTime> Spent)? _report;

    private Deadline(CallContext owner, TimeSpan budget, TimeProvider time, CancellationToken outer)
    {
        _owner = owner;
        _budget = budget;
        _time = time;
        _start = time.GetTimestamp();
        _source = CancellationTokenSource.CreateLinkedTokenSource(outer);
        Token = _source.Token;
        _timer = time.CreateTimer(static deadline => ((Deadline)deadline!).Expire(), this, budget, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Canceled when the time is up, of this deadline or of one around it.</summary>
    public CancellationToken Token { get; }

    /// <summary>Never below zero.</summary>
    public TimeSpan Remaining => _budget - _time.GetElapsedTime(_start) is { Ticks: > 0 } remaining ? remaining : TimeSpan.Zero;

    // A timer may be early by less than its resolution.
    public bool HasExpired => Volatile.Read(ref _isOver) || Remaining == TimeSpan.Zero;

    /// <summary>
    /// The deadline of a call that may take as long as that: its own, to be disposed of, if it comes before its caller's;
    /// otherwise null, and the caller's holds on.
    /// </summary>
    public static Deadline? Shrink(CallContext call, TimeSpan? budget, TimeProvider time) =>
        budget is { } own && !(call.Deadline?.Remaining <= own) ? new(call, own, time, call.Deadline?.Token ?? default) : null;

    /// <summary>What a call says whose time is up: the same for every call below the one that had it.</summary>
    public ServiceTimeoutException CreateException(Exception? cause)
    {
        var (path, spent) = Report();
        return new(path, $"{_owner.Service}.{_owner.Api}", _budget, spent, cause);
    }

    public void Dispose()
    {
        _timer.Dispose();
        _source.Dispose();
    }

    // The report first: once the calls below are canceled, they are gone from it.
    private void Expire()
    {
        Report();
        Volatile.Write(ref _isOver, true);
        _source.Cancel();
    }

    private (string Path, IReadOnlyList<CallTime> Spent) Report()
    {
        lock (_gate)
            return _report ??= (TimeLedger.Deepest(_owner).Path, _owner.Ledger?.Report(_owner) ?? []);
    }
}
