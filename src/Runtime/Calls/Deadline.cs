using Microsoft.Extensions.Logging;

namespace Pipeline.Calls;

/// <summary>The moment at which a call's time is up, for it and for every call below it. Thread-safe.</summary>
internal sealed class Deadline : IDisposable
{
    private const int Running = 0;
    private const int Expired = 1;
    private const int Ended = 2;

    // 49 days: what a timer takes.
    private static readonly TimeSpan LongestTimer = TimeSpan.FromMilliseconds(uint.MaxValue - 1);

    private readonly CallContext _owner;
    private readonly TimeSpan _budget;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly long _start;
    private readonly CancellationToken _outer;
    private readonly CancellationTokenSource _source;
    private readonly ITimer _timer;
    private readonly Lock _gate = new();
    private int _state;
    private (string Path, IReadOnlyList<CallTime> Spent)? _report;

    /// <param name="owner">The call whose time it is.</param>
    /// <param name="budget">The time it has; none, if it is below zero.</param>
    /// <param name="time">The clock.</param>
    /// <param name="logger">Where it is written what goes wrong when the time is up.</param>
    /// <param name="outer">Canceled when the time of a call around it is up.</param>
    public Deadline(CallContext owner, TimeSpan budget, TimeProvider time, ILogger logger, CancellationToken outer)
    {
        _owner = owner;
        _budget = budget > TimeSpan.Zero ? budget : TimeSpan.Zero;
        _time = time;
        _logger = logger;
        _outer = outer;
        _start = time.GetTimestamp();
        _source = CancellationTokenSource.CreateLinkedTokenSource(outer);
        Token = _source.Token;
        var due = _budget < LongestTimer ? _budget : LongestTimer;
        _timer = time.CreateTimer(static deadline => ((Deadline)deadline!).Expire(), this, due, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Canceled when the time is up, of this deadline or of one around it.</summary>
    public CancellationToken Token { get; }

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
    public static Deadline? Shrink(CallContext call, TimeSpan? budget, TimeProvider time, ILogger logger) =>
        budget is { } own && !(call.Deadline?.Remaining <= own) ? new(call, own, time, logger, call.Deadline?.Token ?? default) : null;

    /// <summary>What a call says whose time is up: the same for every call below the one that had it.</summary>
    public ServiceTimeoutException CreateException(Exception? cause)
    {
        var (path, spent) = Report();
        return new(path, $"{_owner.Service}.{_owner.Api}", _budget, spent, cause);
    }

    public void Dispose()
    {
        _timer.Dispose();

        // One that is expiring at this moment ends by itself.
        if (Interlocked.CompareExchange(ref _state, Ended, Running) != Running)
            return;
        if (_outer.IsCancellationRequested)
            Cancel(_source, _owner, _logger);
        _source.Dispose();
    }

    /// <summary>
    /// Cancels a token of the call; what a service does then, and fails at, must neither end the process nor be the call's failure.
    /// </summary>
    public static void Cancel(CancellationTokenSource source, CallContext call, ILogger logger)
    {
        try
        {
            source.Cancel();
        }
        catch (AggregateException exception)
        {
            CallLog.CancellationFailed(logger, exception, call.Path, call.Api);
        }
    }

    private void Expire()
    {
        // The report first: once the calls below are canceled, they are gone from it.
        Report();
        if (Interlocked.CompareExchange(ref _state, Expired, Running) != Running)
            return;

        Cancel(_source, _owner, _logger);
        _source.Dispose();
    }

    private (string Path, IReadOnlyList<CallTime> Spent) Report()
    {
        lock (_gate)
            return _report ??= (TimeLedger.Deepest(_owner).Path, _owner.Ledger?.Report(_owner) ?? []);
    }
}
