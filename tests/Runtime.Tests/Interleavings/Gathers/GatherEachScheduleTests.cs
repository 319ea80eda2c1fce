namespace Pipeline.Runtime.Tests.Interleavings;

public sealed class GatherEachScheduleTests : ScheduleTests
{
    [Test]
    public void Each_AnySchedule_IsAsSpecified() => Schedules.Explore(Each);

    [Test]
    public void Seeds_DecideTheSchedule() => Schedules.CheckThatSeedsDecide(Each);

    // The product starts each worker on the pool, and lets one that waited for its turn go on there. A worker gets from there to the
    // source or into a body without waiting, and no two race for either; so the next step is picked when they are there (Settle).
    // Not under the scheduler's control: callbacks registered with a token, and the workers that find nothing left to do.
    private static void Each(VirtualScheduler scheduler)
    {
        var trial = new BranchTrial(scheduler, scheduler.Random.Next(9), fewestWaits: 1);
        var source = new ScriptedSource(trial);
        var maxConcurrency = scheduler.Random.Next(1, 5);
        trial.CancelAtRandom();
        var reports = new Reports();
        var gathered = Start(trial, source, maxConcurrency, reports);
        trial.RunToEnd(gathered, () =>
        {
            scheduler.Settle(() => IsSettled(trial, source, maxConcurrency, gathered));
            Assert.That(trial.Running, Is.LessThanOrEqualTo(maxConcurrency), "bodies at one time");
            CheckTokens(trial);
        });

        trial.CheckCallbacks();
        Assert.That(source.Misuse, Is.Null);
        EachModel.Check(gathered, trial, source);
        Assert.That(reports.Seen, Is.EqualTo(Enumerable.Range(1, trial.Ended.Count - trial.Failed.Count())), "reports of progress");
    }

    private static Task Start(BranchTrial trial, ScriptedSource source, int maxConcurrency, Reports reports)
    {
        var caller = trial.Caller.Token;
        return trial.Scheduler.Random.Next(4) switch
        {
            0 => Gather.Each(source.WithoutWaiting(), static (item, token) => (Task)item.RunAsync(token), maxConcurrency, reports, caller),
            1 => Gather.Each(source, static (item, token) => (Task)item.RunAsync(token), maxConcurrency, reports, caller),
            _ => Gather.Each(source, static (item, token) => item.RunAsync(token), maxConcurrency, reports, caller),
        };
    }

    /// <summary>
    /// Whether all items that are to begin have begun; and as many as may be at a time, or the source has to move, or no more will.
    /// </summary>
    private static bool IsSettled(BranchTrial trial, ScriptedSource source, int maxConcurrency, Task gathered)
    {
        var bodies = trial.Scheduler.CountOf("branch");
        if (bodies != source.GivenInTime - trial.Ended.Count)
            return false;
        return bodies == maxConcurrency
            || trial.Scheduler.CountOf(ScriptedSource.Name) == 1
            || ((trial.IsStopping || source.IsOver) && (bodies > 0 || gathered.IsCompleted));
    }

    private static void CheckTokens(BranchTrial trial)
    {
        foreach (var branch in trial.Branches.Where(static branch => branch is { IsStarted: true, IsOver: false }))
        {
            Assert.That(
                branch.Token.IsCancellationRequested,
                Is.EqualTo(trial.Caller.IsCancellationRequested || trial.Failed.Any(failed => failed.Index < branch.Index)),
                $"whether {branch} is asked to stop");
        }
    }

    private sealed class Reports : IProgress<int>
    {
        public List<int> Seen { get; } = [];

        public void Report(int value) => Seen.Add(value);
    }
}
