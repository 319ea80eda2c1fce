namespace Pipeline.Runtime.Tests;

public sealed class GatherFailFastTests : InlineContinuationTests
{
    [Test]
    public async Task FailFast_DifferentTypes_ReturnsResultsInArgumentOrder()
    {
        var (a, b, c) = await Gather.FailFast(
            _ => Task.FromResult(1),
            async _ => { await Task.Yield(); return "b"; },
            _ => Task.FromResult(3.0));

        Assert.That((a, b, c), Is.EqualTo((1, "b", 3.0)));
    }

    [Test]
    public async Task FailFast_OneFails_CancelsTheOthersAndWaitsForThem()
    {
        var failing = new TaskCompletionSource<int>();
        var stopping = new TaskCompletionSource<string>();
        CancellationToken seen = default;
        var gathered = Gather.FailFast(_ => failing.Task, c => { seen = c; return stopping.Task; });
        Assert.That(seen.IsCancellationRequested, Is.False);

        failing.SetException(new InvalidOperationException("first"));
        Assert.That(seen.IsCancellationRequested);
        Assert.That(gathered.IsCompleted, Is.False);

        stopping.SetCanceled(seen);
        var thrown = await Assert.ThrowsAsync<InvalidOperationException>(() => gathered);
        Assert.That(thrown.Message, Is.EqualTo("first"));
        Assert.That(Gather.FailuresOf(gathered), Is.EqualTo(new[] { thrown }));
    }

    [Test]
    public void FailFast_SeveralFailures_ThrowsTheFirstToHappen()
    {
        var (first, second) = (new TaskCompletionSource<int>(), new TaskCompletionSource<int>());
        var gathered = Gather.FailFast(_ => first.Task, _ => second.Task);

        second.SetException(new InvalidOperationException("second"));
        first.SetException(new InvalidOperationException("first"));

        Assert.That(() => gathered, Throws.InvalidOperationException.With.Message.EqualTo("second"));
        Assert.That(Gather.FailuresOf(gathered).Select(e => e.Message), Is.EqualTo(new[] { "second", "first" }));
    }

    [Test]
    public void FailFast_BranchThrowsAtOnce_StartsNoFurtherBranch()
    {
        bool started = false;

        var gathered = Gather.FailFast<int, int>(
            _ => throw new InvalidOperationException("at once"),
            _ => { started = true; return Task.FromResult(1); });

        Assert.That(() => gathered, Throws.InvalidOperationException.With.Message.EqualTo("at once"));
        Assert.That(started, Is.False);
    }

    [Test]
    public void FailFast_NullBranchOrTask_IsAFailure()
    {
        Assert.That(() => Gather.FailFast(_ => Task.FromResult(1), _ => (Task<int>)null!), Throws.InvalidOperationException);
        Assert.That(() => Gather.FailFast(_ => Task.FromResult(1), (Func<CancellationToken, Task<int>>)null!), Throws.ArgumentNullException);
        Assert.That(() => Gather.FailFast(_ => Task.CompletedTask, _ => (Task)null!), Throws.InvalidOperationException);
        Assert.That(() => Gather.FailFast(_ => Task.CompletedTask, (Func<CancellationToken, Task>)null!), Throws.ArgumentNullException);
    }

    [Test]
    public async Task FailFast_CallerCancels_ThrowsWithTheCallersToken()
    {
        using var source = new CancellationTokenSource();
        static async Task<int> Forever(CancellationToken token)
        {
            await Task.Delay(Timeout.Infinite, token);
            return 1;
        }
        var gathered = Gather.FailFast(Forever, Forever, source.Token);

        await source.CancelAsync();

        var thrown = await Assert.CatchAsync<OperationCanceledException>(() => gathered);
        Assert.That(thrown.CancellationToken, Is.EqualTo(source.Token));
        Assert.That(gathered.IsCanceled);
    }

    [Test]
    public async Task FailFast_CallerCancelsButAllSucceed_ReturnsResults()
    {
        using var source = new CancellationTokenSource();
        var (first, second) = (new TaskCompletionSource<int>(), new TaskCompletionSource<int>());
        var gathered = Gather.FailFast(_ => first.Task, _ => second.Task, source.Token);

        await source.CancelAsync();
        first.SetResult(1);
        second.SetResult(2);

        Assert.That(await gathered, Is.EqualTo((1, 2)));
    }

    [Test]
    public async Task FailFast_CanceledBefore_StartsNothing()
    {
        using var source = new CancellationTokenSource();
        await source.CancelAsync();
        bool started = false;

        var gathered = Gather.FailFast(_ => { started = true; return Task.CompletedTask; }, _ => Task.CompletedTask, source.Token);

        var thrown = await Assert.CatchAsync<OperationCanceledException>(() => gathered);
        Assert.That((thrown.CancellationToken, started), Is.EqualTo((source.Token, false)));
    }

    [Test]
    public async Task FailFast_BranchCancelsItself_IsThatFailure()
    {
        using var source = new CancellationTokenSource();
        await source.CancelAsync();
        var original = new OperationCanceledException(source.Token);

        var gathered = Gather.FailFast<int, int>(async _ => { await Task.Yield(); throw original; }, async c =>
        {
            await Task.Delay(Timeout.Infinite, c);
            return 1;
        });

        Assert.That(await Assert.CatchAsync<OperationCanceledException>(() => gathered), Is.SameAs(original));
    }

    [Test]
    public void FailFast_CancellationCallbackThrows_KeepsBothFailures()
    {
        var gathered = Gather.FailFast<int, int>(
            async c =>
            {
                var stopped = new TaskCompletionSource<int>();
                await using var registration = c.Register(() =>
                {
                    stopped.SetResult(1);
                    throw new FormatException();
                });
                return await stopped.Task;
            },
            _ => throw new InvalidOperationException("first"));

        Assert.That(() => gathered, Throws.InvalidOperationException.With.Message.EqualTo("first"));
        Assert.That(Gather.FailuresOf(gathered)[1], Is.TypeOf<FormatException>());
    }

    [Test]
    public async Task FailFast_Lists_ReturnInOrder()
    {
        static Task<int> One(CancellationToken token) => Task.FromResult(1);
        static Task Void(CancellationToken token) => Task.CompletedTask;
        List<Func<CancellationToken, Task<int>>> list = [One, One];
        List<Func<CancellationToken, Task>> voids = [Void, Void];

        Assert.That(await Gather.FailFast(list), Is.EqualTo(new[] { 1, 1 }));
        Assert.That(await Gather.FailFast(list.ToArray()), Is.EqualTo(new[] { 1, 1 }));
        Assert.That(await Gather.FailFast([One, _ => Task.FromResult(2)]), Is.EqualTo(new[] { 1, 2 }));
        Assert.That(await Gather.FailFast<int>([]), Is.Empty);
        await Gather.FailFast(voids);
        await Gather.FailFast(Void, Void);
    }

    [Test]
    public void FailFast_SequenceThrows_StartsNothing()
    {
        bool started = false;
        var branches = Branches.ThenThrow<Func<CancellationToken, Task<int>>>(
            new FormatException(), _ => { started = true; return Task.FromResult(1); });

        Assert.That(() => { _ = Gather.FailFast(branches); }, Throws.TypeOf<FormatException>());
        Assert.That(started, Is.False);
    }
}
