namespace Pipeline.Runtime.Tests.Interleavings;

/// <summary>Gives the branches of a trial as items, waiting before some, and may fail after the last.</summary>
internal sealed class ScriptedSource : IAsyncEnumerable<ScriptedBranch>, IAsyncEnumerator<ScriptedBranch>
{
    public const string Name = "source";

    private readonly BranchTrial _trial;
    private readonly int[] _waits;
    private readonly bool _heedsItsToken;
    private CancellationToken _token;
    private bool _isMoving;

    /// <summary>Makes one up.</summary>
    public ScriptedSource(BranchTrial trial)
    {
        var random = trial.Scheduler.Random;
        _trial = trial;
        _waits = [.. Enumerable.Range(0, trial.Branches.Count + 1).Select(_ => random.Next(3))];
        _heedsItsToken = random.Next(2) == 0;
        Fails = random.Next(4) == 0;
    }

    public bool Fails { get; }

    /// <summary>How many items it has given.</summary>
    public int Given { get; private set; }

    /// <summary>How many of those it gave while every item was wanted.</summary>
    public int GivenInTime { get; private set; }

    /// <summary>Whether it has said that there are no more items.</summary>
    public bool HasEnded { get; private set; }

    /// <summary>What it threw.</summary>
    public Exception? Failure { get; private set; }

    /// <summary>What its token, and the caller's, had to say when it failed.</summary>
    public (bool AskedToStop, bool ByCaller) FailedWhen { get; private set; }

    public bool IsOver => HasEnded || Failure is not null;

    /// <summary>What a source must never see, if it has seen it.</summary>
    public string? Misuse { get; private set; }

    public int Disposals { get; private set; }

    public ScriptedBranch Current => _trial.Branches[Given - 1];

    public IAsyncEnumerator<ScriptedBranch> GetAsyncEnumerator(CancellationToken cancellationToken = default)
    {
        _token = cancellationToken;
        return this;
    }

    public async ValueTask<bool> MoveNextAsync()
    {
        Check(!_isMoving, "two moves at a time");
        Check(!IsOver && Disposals == 0, "a move after the end");
        _isMoving = true;
        try
        {
            for (var waits = _waits[Given]; waits > 0; waits--)
                await _trial.Scheduler.Wait(Name, waits - 1, _heedsItsToken ? _token : default);
            return Move();
        }
        catch (Exception exception)
        {
            _trial.Scheduler.Update(() =>
            {
                Failure = exception;
                FailedWhen = (_token.IsCancellationRequested, _trial.Caller.IsCancellationRequested);
            });
            throw;
        }
        finally
        {
            _isMoving = false;
        }
    }

    public ValueTask DisposeAsync()
    {
        Check(!_isMoving && _trial.Running == 0, "a disposal while items are worked on");
        Disposals++;
        return ValueTask.CompletedTask;
    }

    /// <summary>The same items from a source that cannot wait.</summary>
    public IEnumerable<ScriptedBranch> WithoutWaiting()
    {
        Array.Clear(_waits);
        while (MoveNextAsync().AsTask().GetAwaiter().GetResult())
            yield return Current;
    }

    private bool Move()
    {
        if (Given < _trial.Branches.Count)
        {
            _trial.Scheduler.Update(() =>
            {
                Given++;
                GivenInTime += _trial.IsStopping ? 0 : 1;
            });
            return true;
        }

        if (Fails)
            throw new ScriptedException("source");
        _trial.Scheduler.Update(() => HasEnded = true);
        return false;
    }

    private void Check(bool condition, string misuse) => Misuse ??= condition ? null : misuse;
}
