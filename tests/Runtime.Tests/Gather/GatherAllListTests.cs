namespace Pipeline.Runtime.Tests;

public sealed class GatherAllListTests : InlineContinuationTests
{
    [Test]
    public async Task All_List_ReturnsResultsInOrder([Values(0, 1, 2, 16, 17, 100)] int count)
    {
        var sources = Enumerable.Range(0, count).Select(_ => new TaskCompletionSource<int>()).ToArray();
        var all = Gather.All(sources.Select(s => s.Task));

        for (int i = count - 1; i >= 0; i--)
            sources[i].SetResult(i);

        Assert.That(await all, Is.EqualTo(Enumerable.Range(0, count)));
    }

    [Test]
    public async Task All_CompletedList_ReturnsResultsInOrder([Values(0, 1, 17)] int count)
    {
        var all = Gather.All(Enumerable.Range(0, count).Select(Task.FromResult).ToArray());

        Assert.That(all.IsCompletedSuccessfully);
        Assert.That(await all, Is.EqualTo(Enumerable.Range(0, count)));
    }

    [Test]
    public async Task All_MillionBranches_ReturnsAll()
    {
        var sources = new TaskCompletionSource<int>[1_000_000];
        for (int i = 0; i < sources.Length; i++)
            sources[i] = new();
        var all = Gather.All(sources.Select(s => s.Task));

        for (int i = 0; i < sources.Length; i++)
            sources[i].SetResult(i);

        var results = await all;
        Assert.That(results, Has.Length.EqualTo(sources.Length));
        Assert.That(results[^1], Is.EqualTo(sources.Length - 1));
    }

    [Test]
    public void All_VoidList_ThrowsFirstInArgumentOrderOnceAllAreOver([Values(3, 20)] int count)
    {
        var sources = Enumerable.Range(0, count).Select(_ => new TaskCompletionSource()).ToArray();
        var all = Gather.All(sources.Select(s => s.Task));

        sources[2].SetException(new InvalidOperationException("2"));
        sources[1].SetCanceled();
        Assert.That(all.IsCompleted, Is.False);
        for (int i = 0; i < count; i++)
            sources[i].TrySetResult();

        Assert.That(() => all, Throws.InstanceOf<OperationCanceledException>());
        Assert.That(Gather.FailuresOf(all)[1].Message, Is.EqualTo("2"));
    }

    [Test]
    public void All_CompletedVoidList_AllocatesNothing() =>
        Assert.That(Gather.All(Task.CompletedTask, Task.CompletedTask), Is.SameAs(Task.CompletedTask));

    [Test]
    public void All_NullInList_FailsInItsPlace()
    {
        var slow = new TaskCompletionSource<int>();

        var all = Gather.All([slow.Task, null!, Branches.Fail<int>("later")]);
        Assert.That(all.IsCompleted, Is.False);

        slow.SetResult(1);
        Assert.That(() => all, Throws.ArgumentNullException.With.Property("ParamName").EqualTo("tasks[1]"));
        Assert.That(() => Gather.All(Task.CompletedTask, null!), Throws.ArgumentNullException);
    }

    [Test]
    public void All_NullSequence_ThrowsAtOnce()
    {
        Assert.That(() => { _ = Gather.All((IEnumerable<Task<int>>)null!); }, Throws.ArgumentNullException);
        Assert.That(() => { _ = Gather.All((IEnumerable<Task>)null!); }, Throws.ArgumentNullException);
    }

    [Test]
    public void All_SequenceThrows_WaitsForWhatItStarted()
    {
        var started = new TaskCompletionSource<int>();

        var all = Gather.All(Branches.ThenThrow(new FormatException(), started.Task));
        Assert.That(all.IsCompleted, Is.False);

        started.SetResult(1);
        Assert.That(() => all, Throws.TypeOf<FormatException>());
    }

    [Test]
    public void All_SequenceThrowsAfterAFailedBranch_ThrowsTheBranchsFailure()
    {
        var all = Gather.All(Branches.ThenThrow(new FormatException(), Branches.Fail("first")));

        Assert.That(() => all, Throws.InvalidOperationException);
        Assert.That(Gather.FailuresOf(all)[1], Is.TypeOf<FormatException>());
    }

    [Test]
    public async Task All_ListChangedAfterTheCall_IsNotAffected()
    {
        var first = new TaskCompletionSource<int>();
        var list = new List<Task<int>> { first.Task, Task.FromResult(2) };
        var all = Gather.All(list);

        list.Clear();
        first.SetResult(1);

        Assert.That(await all, Is.EqualTo(new[] { 1, 2 }));
    }
}
