using System.Runtime.CompilerServices;

namespace Pipeline.Runtime.Tests;

/// <summary>Random ends in random order, each schedule against the plainest possible statement of what must come out.</summary>
public sealed class GatherInterleavingTests : InlineContinuationTests
{
    private const int Schedules = 3000;

    [Test]
    public Task All_AnyInterleaving_IsAsSpecified() => Interleaving.Explore(Schedules, 0, 20, async branches =>
    {
        var all = await Gathered(branches, tasks => branches.Count switch
        {
            2 => Gather.All(tasks[0], tasks[1]),
            3 => Gather.All(tasks[0], tasks[1], tasks[2]),
            8 => Gather.All(tasks[0], tasks[1], tasks[2], tasks[3], tasks[4], tasks[5], tasks[6], tasks[7]),
            _ => Gather.All(tasks),
        });

        var failed = Enumerable.Range(0, branches.Count).Where(i => !branches.Succeeds(i)).ToList();
        CheckFailures(branches, all, failed);
        if (failed is [])
            Assert.That(ItemsOf<int>(all), Is.EqualTo(Enumerable.Range(0, branches.Count)));
    });

    [Test]
    public Task All_WithoutResults_AnyInterleaving_IsAsSpecified() => Interleaving.Explore(Schedules, 0, 20, async branches =>
    {
        var all = await Gathered(branches, tasks => Gather.All((Task[])tasks));

        var failed = Enumerable.Range(0, branches.Count).Where(i => !branches.Succeeds(i)).ToList();
        CheckFailures(branches, all, failed);
    });

    [Test]
    public Task Settle_AnyInterleaving_IsAsSpecified() => Interleaving.Explore(Schedules, 0, 20, async branches =>
    {
        var settled = await Gathered(branches, tasks => branches.Count switch
        {
            2 => Gather.Settle(tasks[0], tasks[1]),
            3 => Gather.Settle(tasks[0], tasks[1], tasks[2]),
            8 => Gather.Settle(tasks[0], tasks[1], tasks[2], tasks[3], tasks[4], tasks[5], tasks[6], tasks[7]),
            _ => Gather.Settle(tasks),
        });

        var outcomes = ItemsOf<Outcome<int>>(settled);
        for (int i = 0; i < branches.Count; i++)
        {
            bool asExpected = outcomes[i] is (true, var value, _)
                ? branches.Succeeds(i) && value == i
                : branches.IsFailureOf(i, outcomes[i].Exception!);
            Assert.That(asExpected, $"outcome {i}: {outcomes[i]}");
        }
    });

    [Test]
    public Task FailFast_AnyInterleaving_IsAsSpecified() => Interleaving.Explore(Schedules, 0, 8, async branches =>
    {
        CancellationToken token = default;
        var gathered = Gather.FailFast(default, Starts(branches, t => token = t));
        RunToEnd(branches, gathered, () => token);

        var failed = branches.Order.Where(i => !branches.Succeeds(i)).Take(1).ToList();
        await End(gathered);
        Assert.That(gathered.IsCompletedSuccessfully, Is.EqualTo(failed is []));
        CheckFailures(branches, gathered, failed);
    });

    [Test]
    public Task Quorum_AnyInterleaving_IsAsSpecified() => Interleaving.Explore(Schedules, 1, 8, async branches =>
    {
        int k = 1 + branches.Early % branches.Count;
        CancellationToken token = default;
        var quorum = Gather.Quorum(k, default, Starts(branches, t => token = t));
        RunToEnd(branches, quorum, () => token);

        var winners = branches.Order.Where(branches.Succeeds).Take(k).Order().ToList();
        await End(quorum);
        if (winners.Count == k)
        {
            Assert.That(await quorum, Is.EqualTo(winners));
            return;
        }
        var failed = branches.Order.Where(i => !branches.Succeeds(i)).Take(branches.Count - k + 1).Order().ToList();
        CheckFailures(branches, quorum, failed);
    });

    /// <summary>Ends the early branches, gathers, then ends the others, the gather being over exactly when all branches are.</summary>
    private static async Task<Task> Gathered(Interleaving branches, Func<Task<int>[], Task> gather)
    {
        foreach (int branch in branches.Order.Take(branches.Early))
            branches.Complete(branch);
        var gathered = gather([.. Enumerable.Range(0, branches.Count).Select(i => branches[i])]);
        foreach (int branch in branches.Order.Skip(branches.Early))
        {
            Assert.That(gathered.IsCompleted, Is.False, "over too early");
            branches.Complete(branch);
        }
        await End(gathered);
        return gathered;
    }

    private static IEnumerable<Func<CancellationToken, Task<int>>> Starts(Interleaving branches, Action<CancellationToken> seen) =>
        Enumerable.Range(0, branches.Count).Select<int, Func<CancellationToken, Task<int>>>(i => token =>
        {
            seen(token);
            return branches[i];
        });

    private static void RunToEnd(Interleaving branches, Task gathered, Func<CancellationToken> token)
    {
        foreach (int branch in branches.Order)
        {
            Assert.That(gathered.IsCompleted, Is.False, "over too early");
            branches.Complete(branch, token());
        }
    }

    private static void CheckFailures(Interleaving branches, Task gathered, List<int> failed)
    {
        var failures = Gather.FailuresOf(gathered);
        Assert.That(failures, Has.Count.EqualTo(failed.Count));
        for (int i = 0; i < failed.Count; i++)
            Assert.That(branches.IsFailureOf(failed[i], failures[i]), $"failure {i}: {failures[i]}");
        Assert.That(gathered.IsCanceled, Is.EqualTo(failed is not [] && failures[0] is OperationCanceledException));
    }

    private static async Task End(Task gathered) => await gathered.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

    private static T[] ItemsOf<T>(Task gathered)
    {
        return gathered switch
        {
            Task<T[]> list => list.Result,
            Task<(T, T)> two => Items(two.Result),
            Task<(T, T, T)> three => Items(three.Result),
            Task<(T, T, T, T, T, T, T, T)> eight => Items(eight.Result),
            _ => throw new ArgumentException($"{gathered}"),
        };

        static T[] Items(ITuple tuple) => [.. Enumerable.Range(0, tuple.Length).Select(i => (T)tuple[i]!)];
    }
}
