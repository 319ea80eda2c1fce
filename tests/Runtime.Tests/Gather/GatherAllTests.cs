namespace Pipeline.Runtime.Tests;

public sealed class GatherAllTests : InlineContinuationTests
{
    [Test]
    public async Task All_DifferentTypes_ReturnsResultsInArgumentOrder()
    {
        var first = new TaskCompletionSource<int>();
        var all = Gather.All(first.Task, Task.FromResult("b"));
        Assert.That(all.IsCompleted, Is.False);

        first.SetResult(1);

        var (a, b) = await all;
        Assert.That((a, b), Is.EqualTo((1, "b")));
    }

    [Test]
    public async Task All_EightBranches_ReturnsEachInItsPlace()
    {
        static async Task<T> Later<T>(T value)
        {
            await Task.Yield();
            return value;
        }

        Assert.That(
            await Gather.All(Later(1), Later("2"), Later(3.0), Later('4'), Later(5L), Later(6f), Later<byte>(7), Later(8m)),
            Is.EqualTo((1, "2", 3.0, '4', 5L, 6f, (byte)7, 8m)));
    }

    [Test]
    public void All_SeveralFailures_ThrowsFirstInArgumentOrderNotInTime()
    {
        var (first, second) = (new TaskCompletionSource<int>(), new TaskCompletionSource<int>());
        var all = Gather.All(first.Task, second.Task);

        second.SetException(new InvalidOperationException("second"));
        first.SetException(new InvalidOperationException("first"));

        Assert.That(() => all, Throws.InvalidOperationException.With.Message.EqualTo("first"));
        Assert.That(Gather.FailuresOf(all).Select(e => e.Message), Is.EqualTo(new[] { "first", "second" }));
    }

    [Test]
    public async Task All_CanceledBeforeFaultedInArgumentOrder_ThrowsTheCancellation()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();

        var all = Gather.All(Branches.Cancel<int>(source.Token), Branches.FailLater<int>("late"));

        var thrown = await Assert.CatchAsync<OperationCanceledException>(() => all);
        Assert.That(thrown!.CancellationToken, Is.EqualTo(source.Token));
        Assert.That(all.IsCanceled);
        Assert.That(Gather.FailuresOf(all)[1].Message, Is.EqualTo("late"));
    }

    [Test]
    public async Task All_CanceledByThrowing_ThrowsTheOriginalException()
    {
        using var source = new CancellationTokenSource();
        var original = new OperationCanceledException("mine", source.Token);
        async Task<int> Throw()
        {
            await Task.Yield();
            throw original;
        }

        Assert.That(await Assert.CatchAsync(() => Gather.All(Throw(), Task.FromResult(1))), Is.SameAs(original));
    }

    [Test]
    public void All_OneFails_WaitsForTheOthers()
    {
        var slow = new TaskCompletionSource<int>();

        var all = Gather.All(Branches.Fail<int>("fast"), slow.Task);
        Assert.That(all.IsCompleted, Is.False);

        slow.SetResult(1);
        Assert.That(() => all, Throws.InvalidOperationException);
    }

    [Test]
    public async Task All_FailedBranch_KeepsTheOriginalStack()
    {
        var thrown = await Assert.CatchAsync(() => Gather.All(Task.FromResult(1), Branches.FailLater<int>("x")));

        Assert.That(thrown!.StackTrace, Does.Contain(nameof(Branches.FailLater)));
    }

    [Test]
    public void All_NullBranch_FailsInItsPlaceOnceTheOthersAreOver()
    {
        var first = new TaskCompletionSource<int>();

        var all = Gather.All(first.Task, (Task<string>)null!);
        Assert.That(all.IsCompleted, Is.False);

        first.SetResult(1);
        Assert.That(() => all, Throws.ArgumentNullException.With.Property("ParamName").EqualTo("task2"));
    }

    [Test]
    public void All_NullBranchAfterFailedOne_ThrowsTheEarlierFailure()
    {
        var all = Gather.All(Branches.FailLater<int>("first"), (Task<int>)null!);

        Assert.That(() => all, Throws.InvalidOperationException.With.Message.EqualTo("first"));
        Assert.That(Gather.FailuresOf(all)[1], Is.TypeOf<ArgumentNullException>());
    }

    [Test]
    public void All_BranchIsItselfAGather_HasAllItsFailures()
    {
        var all = Gather.All(
            Gather.All(Branches.FailLater<int>("a"), Branches.Fail<int>("b")),
            Branches.Fail<int>("c"));

        Assert.That(() => all, Throws.InvalidOperationException.With.Message.EqualTo("a"));
        Assert.That(Gather.FailuresOf(all).Select(e => e.Message), Is.EqualTo(new[] { "a", "b", "c" }));
    }

    [Test]
    public void FailuresOf_WhenAll_AreItsExceptions() =>
        Assert.That(
            Gather.FailuresOf(Task.WhenAll(Branches.Fail("a"), Branches.Fail("b"))).Select(e => e.Message),
            Is.EqualTo(new[] { "a", "b" }));

    [Test]
    public async Task FailuresOf_SucceededTask_IsEmpty() =>
        Assert.That(Gather.FailuresOf(await Task.FromResult(Task.CompletedTask)), Is.Empty);

    [Test]
    public void FailuresOf_RunningTask_Throws() =>
        Assert.That(() => Gather.FailuresOf(new TaskCompletionSource().Task), Throws.InvalidOperationException);
}
