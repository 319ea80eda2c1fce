namespace Pipeline.Runtime.Tests.Interleavings;

public sealed class GatherAllScheduleTests : ScheduleTests
{
    [Test]
    public void All_AnySchedule_IsAsSpecified() => Schedules.Explore(All);

    [Test]
    public void Settle_AnySchedule_IsAsSpecified() => Schedules.Explore(Settle);

    [Test]
    public void Seeds_DecideTheSchedule() => Schedules.CheckThatSeedsDecide(All);

    private static void All(VirtualScheduler scheduler)
    {
        var trial = new BranchTrial(scheduler, scheduler.Random.Next(20));
        var tasks = Start(trial);
        var gathered = scheduler.Random.Next(3) switch
        {
            0 => Gather.All((Task[])tasks),
            1 => Gather.All(tasks.Where(static _ => true)),
            _ => tasks switch
            {
                [var a, var b] => Gather.All(a, b),
                [var a, var b, var c] => Gather.All(a, b, c),
                [var a, var b, var c, var d, var e, var f, var g, var h] => Gather.All(a, b, c, d, e, f, g, h),
                _ => Gather.All(tasks),
            },
        };
        RunToEnd(trial, gathered);

        if (trial.Failed.Any())
            ExpectedFailure.Check(gathered, InArgumentOrder(trial));
        else if (GatherResults.Of<int>(gathered) is { } results)
            Assert.That(results, Is.EqualTo(Enumerable.Range(0, trial.Branches.Count)));
    }

    private static void Settle(VirtualScheduler scheduler)
    {
        var trial = new BranchTrial(scheduler, scheduler.Random.Next(20));
        var tasks = Start(trial);
        var settled = scheduler.Random.Next(3) switch
        {
            0 => Gather.Settle((Task[])tasks),
            1 => Gather.Settle(tasks.Where(static _ => true)),
            _ => tasks switch
            {
                [var a, var b] => Gather.Settle(a, b),
                [var a, var b, var c] => Gather.Settle(a, b, c),
                [var a, var b, var c, var d, var e, var f, var g, var h] => Gather.Settle(a, b, c, d, e, f, g, h),
                _ => (Task)Gather.Settle(tasks),
            },
        };
        RunToEnd(trial, settled);

        var found = settled is Task<Outcome[]> outcomes
            ? outcomes.Result.Select(static outcome => outcome.Exception)
            : GatherResults.Of<Outcome<int>>(settled)!.Select(static outcome => outcome.Exception);
        Assert.That(found, Is.EqualTo(trial.Branches.Select(static branch => branch.Failure)));
        if (GatherResults.Of<Outcome<int>>(settled) is { } values)
        {
            Assert.That(
                values.Select(static value => value.ValueOr(-1)),
                Is.EqualTo(trial.Branches.Select(static branch => branch.Succeeds ? branch.Index : -1)));
        }
    }

    /// <summary>Starts the branches, some of which are over by the time they are gathered.</summary>
    private static Task<int>[] Start(BranchTrial trial)
    {
        Task<int>[] tasks = [.. trial.Branches.Select(static branch => branch.RunAsync(CancellationToken.None))];
        for (var steps = trial.Scheduler.Random.Next(8); steps > 0 && trial.Scheduler.TryRunOne(); steps--)
        {
        }

        return tasks;
    }

    // Nothing moves to the pool: the gather is over exactly when the last branch is.
    private static void RunToEnd(BranchTrial trial, Task gathered) => trial.RunToEnd(
        gathered, () => Assert.That(gathered.IsCompleted, Is.EqualTo(trial.Running == 0), "whether the gather has ended"));

    private static ExpectedFailure[] InArgumentOrder(BranchTrial trial) => [.. trial.Branches
        .Where(static branch => branch.Failure is not null)
        .Select(static branch => ExpectedFailure.Of(branch, CancellationToken.None))];
}
