namespace Pipeline.Runtime.Tests.Interleavings;

/// <summary>What <see cref="Gather"/> must make of items, from what became of each.</summary>
internal static class EachModel
{
    private const int BehindAllItems = int.MaxValue;

    public static void Check(Task gathered, BranchTrial trial, ScriptedSource source)
    {
        var expected = Failures(trial, source);
        if (expected is not [])
            ExpectedFailure.Check(gathered, expected);
        else if (GatherResults.Of<int>(gathered) is { } results)
            Assert.That(results, Is.EqualTo(Enumerable.Range(0, trial.Branches.Count)));
        else
            Assert.That(gathered.IsCompletedSuccessfully);

        if (!trial.Caller.IsCancellationRequested)
            Assert.That(expected.FirstOrDefault().Original?.Message, Is.EqualTo(MetByALoop(trial, source)), "whatever the schedule");
    }

    /// <summary>The failure that a loop over the items would have met.</summary>
    private static string? MetByALoop(BranchTrial trial, ScriptedSource source)
    {
        var failing = trial.Branches.FirstOrDefault(static branch => !branch.Succeeds);
        return failing is not null ? $"{failing.Index}" : source.Fails ? ScriptedSource.Name : null;
    }

    private static List<ExpectedFailure> Failures(BranchTrial trial, ScriptedSource source)
    {
        var failures = OfItems(trial, source)
            .Concat(OfTheSource(trial, source))
            .OrderBy(static failure => failure.Index)
            .ToList();
        return [.. failures
            .Where(static (failure, place) => place == 0 || !failure.IsConsequence)
            .Select(static failure => failure.Expected)];
    }

    private static IEnumerable<Failure> OfItems(BranchTrial trial, ScriptedSource source)
    {
        var caller = trial.Caller.Token;
        foreach (var branch in trial.Failed)
            yield return new(branch.Index, ExpectedFailure.Of(branch, caller), branch.FailedWhen.AskedToStop);

        // What the caller has canceled before it began. Of those behind a failure, there is none that counts.
        foreach (var branch in trial.Branches.Take(source.Given))
        {
            if (!branch.IsStarted && caller.IsCancellationRequested)
                yield return new(branch.Index, new(null, caller), WasAskedToStop: true);
        }
    }

    private static IEnumerable<Failure> OfTheSource(BranchTrial trial, ScriptedSource source)
    {
        var caller = trial.Caller.Token;
        var (wasAskedToStop, byCaller) = source.FailedWhen;
        if (source.Failure is { } failure)
            yield return new(BehindAllItems, ExpectedFailure.Of(failure, byCaller, caller), wasAskedToStop);
        else if (!source.HasEnded && caller.IsCancellationRequested)
            yield return new(BehindAllItems, new(null, caller), WasAskedToStop: true);
    }

    private readonly record struct Failure(int Index, ExpectedFailure Expected, bool WasAskedToStop)
    {
        public bool IsConsequence => WasAskedToStop && Expected.Original is (null or OperationCanceledException);
    }
}
