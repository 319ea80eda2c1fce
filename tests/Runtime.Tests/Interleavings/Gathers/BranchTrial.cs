namespace Pipeline.Runtime.Tests.Interleavings;

/// <summary>Branches for one gather, and what became of them.</summary>
internal sealed class BranchTrial
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly List<ScriptedBranch> _ended = [];
    private int _running;
    private int _runningAtTheEnd;

    /// <param name="scheduler">What runs the branches.</param>
    /// <param name="count">How many.</param>
    /// <param name="fewestWaits">How often a branch waits at least; one that never does is over when it is started.</param>
    public BranchTrial(VirtualScheduler scheduler, int count, int fewestWaits = 0)
    {
        Scheduler = scheduler;
        scheduler.Scenario = this;
        Optimism = scheduler.Random.Next(4) * scheduler.Random.Next(4);
        Branches = [.. Enumerable.Range(0, count).Select(index => new ScriptedBranch(this, index, fewestWaits, fewestWaits + 3))];
    }

    public VirtualScheduler Scheduler { get; }

    /// <summary>How many times likelier success is than each way to fail.</summary>
    public int Optimism { get; }

    public IReadOnlyList<ScriptedBranch> Branches { get; }

    /// <summary>The branches in the order they ended.</summary>
    public IReadOnlyList<ScriptedBranch> Ended => _ended;

    public IEnumerable<ScriptedBranch> Failed => _ended.Where(static branch => branch.Failure is not null);

    /// <summary>The caller of the gather, who may cancel it.</summary>
    public CancellationTokenSource Caller { get; } = new();

    /// <summary>Whether something has happened that keeps branches from starting.</summary>
    public bool IsStopping => Caller.IsCancellationRequested || Failed.Any();

    public int Running => Volatile.Read(ref _running);

    /// <summary>In one of two schedules, lets the caller cancel: before anything starts, or some time later.</summary>
    public void CancelAtRandom()
    {
        var random = Scheduler.Random;
        if (random.Next(10) == 0)
            Caller.Cancel();
        else if (random.Next(2) == 0)
            Scheduler.Post("caller cancels", Caller.Cancel, random.Next(10));
    }

    public Func<CancellationToken, Task<int>>[] Starts() => [.. Branches.Select<ScriptedBranch, Func<CancellationToken, Task<int>>>(
        static branch => branch.RunAsync)];

    public List<Func<CancellationToken, Task>> StartsWithoutResults() => [.. Starts()];

    /// <summary>Runs all steps; when the gather ends, nothing of it may go on.</summary>
    public void RunToEnd(Task gathered, Action checkBetweenSteps)
    {
        var watched = gathered.ContinueWith(
            _ => Scheduler.Update(() => _runningAtTheEnd = Running + Branches.Count(static branch => branch.IsBeingCalled)),
            CancellationToken.None,
            TaskContinuationOptions.ExecuteSynchronously,
            TaskScheduler.Default);
        Scheduler.RunToRest(checkBetweenSteps);
        Assert.That(watched.Wait(Patience), "The gather has not ended.");
        Assert.That(_runningAtTheEnd, Is.Zero, "branches and callbacks that went on when the gather had ended");
    }

    /// <summary>Checks that who registered with a token that was canceled has been called, once.</summary>
    public void CheckCallbacks()
    {
        foreach (var branch in Branches)
        {
            if (branch.Calls is { } calls)
                Assert.That(calls, Is.EqualTo(branch.Token.IsCancellationRequested ? 1 : 0), $"calls of the callback of {branch}");
        }
    }

    public void Begin(ScriptedBranch branch) => Interlocked.Increment(ref _running);

    public void End(ScriptedBranch branch)
    {
        _ended.Add(branch);
        Interlocked.Decrement(ref _running);
    }

    public override string ToString() => string.Join(Environment.NewLine, Branches);
}
