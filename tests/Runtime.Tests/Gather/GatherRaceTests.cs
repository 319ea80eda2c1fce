namespace Pipeline.Runtime.Tests;

public sealed class GatherRaceTests : InlineContinuationTests
{
    [Test]
    public async Task First_OneSucceeds_CancelsAndWaitsForTheRest()
    {
        var (fast, slow) = (new TaskCompletionSource<string>(), new TaskCompletionSource<string>());
        CancellationToken seen = default;
        var first = Gather.First([c => { seen = c; return slow.Task; }, _ => fast.Task]);

        fast.SetResult("fast");
        Assert.That(seen.IsCancellationRequested);
        Assert.That(first.IsCompleted, Is.False);

        slow.SetException(new InvalidOperationException("too late to matter"));
        Assert.That(await first, Is.EqualTo("fast"));
        Assert.That(Gather.FailuresOf(first), Is.Empty);
    }

    [Test]
    public async Task First_EarlierFailures_AreNotThrown() =>
        Assert.That(
            await Gather.First([_ => throw new FormatException(), _ => Branches.FailLater<int>("b"), _ => Task.FromResult(3)]),
            Is.EqualTo(3));

    [Test]
    public void First_AllFail_ThrowsFirstInArgumentOrder()
    {
        var first = Gather.First([_ => Branches.FailLater<int>("a"), _ => Branches.Fail<int>("b")]);

        Assert.That(() => first, Throws.InvalidOperationException.With.Message.EqualTo("a"));
        Assert.That(Gather.FailuresOf(first).Select(e => e.Message), Is.EqualTo(new[] { "a", "b" }));
    }

    [Test]
    public async Task First_SucceedsAtOnce_StartsNoFurtherBranch()
    {
        bool started = false;

        Assert.That(await Gather.First([_ => Task.FromResult(1), _ => { started = true; return Task.FromResult(2); }]), Is.EqualTo(1));
        Assert.That(started, Is.False);
    }

    [Test]
    public async Task First_CallerCancels_ThrowsWithTheCallersToken()
    {
        using var source = new CancellationTokenSource();
        static async Task<int> Forever(CancellationToken token)
        {
            await Task.Delay(Timeout.Infinite, token);
            return 1;
        }
        var first = Gather.First([_ => Branches.Fail<int>("early"), Forever], source.Token);

        await source.CancelAsync();

        var thrown = await Assert.CatchAsync<OperationCanceledException>(() => first);
        Assert.That(thrown.CancellationToken, Is.EqualTo(source.Token));
        Assert.That(Gather.FailuresOf(first)[1].Message, Is.EqualTo("early"));
    }

    [Test]
    public void First_WithoutBranches_Throws()
    {
        Assert.That(() => { _ = Gather.First<int>([]); }, Throws.ArgumentException);
        Assert.That(() => { _ = Gather.First(new List<Func<CancellationToken, Task>>()); }, Throws.InstanceOf<ArgumentException>());
    }

    [Test]
    public async Task Quorum_EnoughSucceed_ReturnsTheirResultsInArgumentOrder()
    {
        var sources = Enumerable.Range(0, 4).Select(_ => new TaskCompletionSource<int>()).ToArray();
        var quorum = Gather.Quorum(2, sources.Select<TaskCompletionSource<int>, Func<CancellationToken, Task<int>>>(s => _ => s.Task));

        sources[3].SetResult(3);
        sources[0].SetException(new InvalidOperationException());
        sources[1].SetResult(1);
        Assert.That(quorum.IsCompleted, Is.False);
        sources[2].SetResult(2);

        Assert.That(await quorum, Is.EqualTo(new[] { 1, 3 }));
    }

    [Test]
    public void Quorum_TooManyFail_StopsTheRestAndThrowsFirstInArgumentOrder()
    {
        var sources = Enumerable.Range(0, 3).Select(_ => new TaskCompletionSource<int>()).ToArray();
        CancellationToken seen = default;
        var quorum = Gather.Quorum(2, [_ => sources[0].Task, _ => sources[1].Task, c => { seen = c; return sources[2].Task; }]);

        sources[1].SetException(new InvalidOperationException("1"));
        Assert.That(seen.IsCancellationRequested, Is.False);
        sources[0].SetException(new InvalidOperationException("0"));
        Assert.That(seen.IsCancellationRequested);
        sources[2].SetCanceled(seen);

        Assert.That(() => quorum, Throws.InvalidOperationException.With.Message.EqualTo("0"));
        Assert.That(Gather.FailuresOf(quorum).Select(e => e.Message), Is.EqualTo(new[] { "0", "1" }));
    }

    [Test]
    public async Task Quorum_WithoutResults_WaitsForEnough()
    {
        var sources = Enumerable.Range(0, 3).Select(_ => new TaskCompletionSource()).ToArray();
        var writes = sources.Select<TaskCompletionSource, Func<CancellationToken, Task>>(s => _ => s.Task).ToList();
        var quorum = Gather.Quorum(2, writes);

        sources[0].SetResult();
        Assert.That(quorum.IsCompleted, Is.False);
        sources[2].SetResult();
        sources[1].SetCanceled();

        await quorum;
        await Gather.First(new Func<CancellationToken, Task>[] { _ => Branches.Fail("x"), _ => Task.CompletedTask });
    }

    [Test]
    public void Quorum_ImpossibleCount_ThrowsAndStartsNothing([Values(-1, 0, 2)] int k)
    {
        bool started = false;

        Assert.That(
            () => { _ = Gather.Quorum(k, [_ => { started = true; return Task.FromResult(1); }]); },
            Throws.TypeOf<ArgumentOutOfRangeException>().With.Property("ParamName").EqualTo("k"));
        Assert.That(started, Is.False);
    }
}
