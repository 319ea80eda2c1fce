namespace Pipeline.Runtime.Tests.Interleavings;

public sealed class GatherFailFastScheduleTests : ScheduleTests
{
    [Test]
    public void FailFast_AnySchedule_IsAsSpecified() => Schedules.Explore(FailFast);

    [Test]
    public void Seeds_DecideTheSchedule() => Schedules.CheckThatSeedsDecide(FailFast);

    // Not under the scheduler's control: the callbacks of those who registered with the token, which the product calls on the pool.
    private static void FailFast(VirtualScheduler scheduler)
    {
        var trial = new BranchTrial(scheduler, scheduler.Random.Next(9));
        trial.CancelAtRandom();
        var isCanceledBefore = trial.Caller.IsCancellationRequested && trial.Branches.Count > 0;
        var gathered = Start(trial);
        Assert.That(
            trial.Branches.Count(static branch => branch.IsStarted),
            Is.EqualTo(isCanceledBefore ? 0 : trial.Failed.FirstOrDefault() is { } early ? early.Index + 1 : trial.Branches.Count),
            "branches that were started");
        trial.RunToEnd(gathered, () => CheckTokens(trial));

        trial.CheckCallbacks();
        if (isCanceledBefore)
            ExpectedFailure.Check(gathered, [new(null, trial.Caller.Token)]);
        else if (trial.Failed.FirstOrDefault() is { } first)
            ExpectedFailure.Check(gathered, [ExpectedFailure.Of(first, trial.Caller.Token), .. ThatAreNoConsequences(trial)]);
        else if (GatherResults.Of<int>(gathered) is { } results)
            Assert.That(results, Is.EqualTo(Enumerable.Range(0, trial.Branches.Count)));
        else
            Assert.That(gathered.IsCompletedSuccessfully);
    }

    private static Task Start(BranchTrial trial)
    {
        var caller = trial.Caller.Token;
        var starts = trial.Starts();
        return trial.Scheduler.Random.Next(3) switch
        {
            0 => Gather.FailFast(trial.StartsWithoutResults(), caller),
            1 => Gather.FailFast(starts.AsEnumerable(), caller),
            _ => starts switch
            {
                [var a, var b] => Gather.FailFast(a, b, caller),
                [var a, var b, var c] => Gather.FailFast(a, b, c, caller),
                [var a, var b, var c, var d, var e, var f, var g, var h] => Gather.FailFast(a, b, c, d, e, f, g, h, caller),
                _ => Gather.FailFast(starts, caller),
            },
        };
    }

    private static void CheckTokens(BranchTrial trial)
    {
        foreach (var branch in trial.Branches.Where(branch => branch.IsStarted && trial.Running > 0))
        {
            Assert.That(
                branch.Token.IsCancellationRequested,
                Is.EqualTo(trial.Failed.Any() || trial.Caller.IsCancellationRequested),
                $"whether {branch} is asked to stop");
        }
    }

    private static IEnumerable<ExpectedFailure> ThatAreNoConsequences(BranchTrial trial) => trial.Failed
        .Skip(1)
        .Where(static branch => branch.Failure is not OperationCanceledException)
        .Select(branch => ExpectedFailure.Of(branch, trial.Caller.Token));
}
