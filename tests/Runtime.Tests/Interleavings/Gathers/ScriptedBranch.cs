namespace Pipeline.Runtime.Tests.Interleavings;

/// <summary>A branch of a gather, or the work on an item: waits some times, then succeeds, fails or ends as canceled.</summary>
internal sealed class ScriptedBranch
{
    private readonly BranchTrial _trial;
    private readonly string _name;
    private readonly long[] _waits;
    private readonly Ending _ending;
    private readonly bool _heedsItsToken;
    private readonly bool _listens;
    private int _callsBegun;
    private int _callsEnded;

    /// <summary>Makes one up.</summary>
    public ScriptedBranch(BranchTrial trial, int index, int fewestWaits, int mostWaits)
    {
        var random = trial.Scheduler.Random;
        _trial = trial;
        _name = $"branch {index:00}";
        _waits = new long[random.Next(fewestWaits, mostWaits + 1)];
        foreach (ref var ticks in _waits.AsSpan())
            ticks = random.Next(2) * random.Next(1, 6);
        _ending = (Ending)Math.Max(0, random.Next(-trial.Optimism, 3));
        _heedsItsToken = random.Next(4) > 0;
        _listens = random.Next(4) == 0;
        Index = index;
    }

    private enum Ending
    {
        Success,
        Failure,
        Cancellation,
    }

    public int Index { get; }

    public bool IsStarted { get; private set; }

    public bool IsOver { get; private set; }

    /// <summary>What it threw.</summary>
    public Exception? Failure { get; private set; }

    public bool Succeeds => _ending is Ending.Success;

    /// <summary>What its token, and the caller's, had to say when it failed.</summary>
    public (bool AskedToStop, bool ByCaller) FailedWhen { get; private set; }

    /// <summary>What it was given to stop by.</summary>
    public CancellationToken Token { get; private set; }

    /// <summary>How often its callback was called, if it has registered one with its token.</summary>
    public int? Calls => _listens && IsStarted ? _callsEnded : null;

    /// <summary>Whether its callback is running.</summary>
    public bool IsBeingCalled => _callsBegun != _callsEnded;

    public async Task<int> RunAsync(CancellationToken token)
    {
        Token = token;
        IsStarted = true;
        _trial.Begin(this);
        if (_listens)
            token.UnsafeRegister(static branch => ((ScriptedBranch)branch!).Listen(), this);
        try
        {
            foreach (var ticks in _waits)
                await _trial.Scheduler.Wait(_name, ticks, _heedsItsToken ? token : default);
            return _ending switch
            {
                Ending.Failure => throw new ScriptedException($"{Index}"),
                Ending.Cancellation => throw new OperationCanceledException($"{Index}"),
                _ => Index,
            };
        }
        catch (Exception exception)
        {
            Failure = exception;
            FailedWhen = (token.IsCancellationRequested, _trial.Caller.IsCancellationRequested);
            throw;
        }
        finally
        {
            IsOver = true;
            _trial.End(this);
        }
    }

    public override string ToString() =>
        $"{_name}: waits [{string.Join(", ", _waits)}], {_ending}"
        + $"{(_heedsItsToken ? "" : ", heeds no token")}{(_listens ? ", listens" : "")}";

    private void Listen()
    {
        Interlocked.Increment(ref _callsBegun);
        Thread.Yield();
        Interlocked.Increment(ref _callsEnded);
    }
}
