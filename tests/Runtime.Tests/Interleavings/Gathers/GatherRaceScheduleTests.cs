namespace Pipeline.Runtime.Tests.Interleavings;

public sealed class GatherRaceScheduleTests : ScheduleTests
{
    [Test]
    public void First_AnySchedule_IsAsSpecified() => Schedules.Explore(static scheduler => Race(scheduler, isForOne: true));

    [Test]
    public void Quorum_AnySchedule_IsAsSpecified() => Schedules.Explore(Quorum);

    [Test]
    public void Seeds_DecideTheSchedule() => Schedules.CheckThatSeedsDecide(Quorum);

    private static void Quorum(VirtualScheduler scheduler) => Race(scheduler, isForOne: false);

    // Not under the scheduler's control: the callbacks of those who registered with the token, which the product calls on the pool.
    private static void Race(VirtualScheduler scheduler, bool isForOne)
    {
        var trial = new BranchTrial(scheduler, scheduler.Random.Next(1, 9));
        var required = isForOne ? 1 : scheduler.Random.Next(1, trial.Branches.Count + 1);
        trial.CancelAtRandom();
        var isCanceledBefore = trial.Caller.IsCancellationRequested;
        var gathered = Start(trial, required, isForOne);
        Assert.That(
            trial.Branches.Count(static branch => branch.IsStarted),
            Is.EqualTo(isCanceledBefore ? 0 : IsDecided(trial, required) ? trial.Ended[^1].Index + 1 : trial.Branches.Count),
            "branches that were started");
        trial.RunToEnd(gathered, () => CheckTokens(trial, required));

        trial.CheckCallbacks();
        if (isCanceledBefore)
            ExpectedFailure.Check(gathered, [new(null, trial.Caller.Token)]);
        else if (Winners(trial, required) is var winners && winners.Count < required)
            ExpectedFailure.Check(gathered, Failures(trial, required));
        else if (GatherResults.Of<int>(gathered) is { } results)
            Assert.That(results, Is.EqualTo(winners));
        else
            Assert.That(gathered.IsCompletedSuccessfully);
    }

    private static Task Start(BranchTrial trial, int required, bool isForOne)
    {
        var caller = trial.Caller.Token;
        var starts = trial.Starts();
        if (trial.Scheduler.Random.Next(3) > 0)
            return isForOne ? Gather.First(starts, caller) : Gather.Quorum(required, starts, caller);

        var withoutResults = trial.StartsWithoutResults();
        return isForOne ? Gather.First(withoutResults, caller) : Gather.Quorum(required, withoutResults, caller);
    }

    private static void CheckTokens(BranchTrial trial, int required)
    {
        foreach (var branch in trial.Branches.Where(static branch => branch.IsStarted))
        {
            Assert.That(
                branch.Token.IsCancellationRequested,
                Is.EqualTo(IsDecided(trial, required) || trial.Caller.IsCancellationRequested),
                $"whether {branch} is asked to stop");
        }
    }

    private static bool IsDecided(BranchTrial trial, int required) =>
        trial.Ended.Count - trial.Failed.Count() >= required || trial.Branches.Count - trial.Failed.Count() < required;

    private static List<int> Winners(BranchTrial trial, int required) =>
        [.. trial.Ended.Where(static branch => branch.Failure is null).Take(required).Select(static branch => branch.Index).Order()];

    private static IReadOnlyList<ExpectedFailure> Failures(BranchTrial trial, int required)
    {
        var decisive = trial.Failed.Take(trial.Branches.Count - required + 1).ToList();
        var last = ExpectedFailure.Of(decisive[^1], trial.Caller.Token);
        var inArgumentOrder = decisive.OrderBy(static branch => branch.Index);
        return last.Original is null
            ? [last, .. inArgumentOrder.Where(static branch => branch.Failure is not OperationCanceledException).Select(Original)]
            : [.. inArgumentOrder.Select(Original)];
    }

    // Only the failure that decides is shown as the caller must see it; those before it are what they are.
    private static ExpectedFailure Original(ScriptedBranch branch) => new(branch.Failure, default);
}
