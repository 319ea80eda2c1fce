namespace Pipeline.Runtime.Tests;

public sealed class GatherSettleTests : InlineContinuationTests
{
    [Test]
    public async Task Settle_DifferentEnds_GivesEachItsOutcome()
    {
        var (a, b, c) = await Gather.Settle(Task.FromResult(1), Branches.FailLater<string>("no"), Branches.Cancel<double>());

        Assert.That(a.Value, Is.EqualTo(1));
        Assert.That(b.Exception, Is.TypeOf<InvalidOperationException>());
        Assert.That(b.IsCanceled, Is.False);
        Assert.That(c.IsCanceled);
    }

    [Test]
    public async Task Settle_EightBranches_GivesEachItsOutcome()
    {
        var fail = Branches.Fail<int>("x");
        var (a, b, c, d, e, f, g, h) = await Gather.Settle(
            fail, Task.FromResult(2), fail, Task.FromResult(4), fail, Task.FromResult(6), fail, Task.FromResult(8));

        Assert.That(
            new[] { a, b, c, d, e, f, g, h }.Select(o => o.ValueOr(0)),
            Is.EqualTo(new[] { 0, 2, 0, 4, 0, 6, 0, 8 }));
    }

    [Test]
    public async Task Settle_OneFails_WaitsForTheOthers()
    {
        var slow = new TaskCompletionSource<int>();

        var settled = Gather.Settle(Branches.Fail<int>("fast"), slow.Task);
        Assert.That(settled.IsCompleted, Is.False);

        slow.SetResult(1);
        Assert.That((await settled).Item2.Value, Is.EqualTo(1));
    }

    [Test]
    public async Task Settle_NullBranch_IsAFailedOne()
    {
        var (_, outcome) = await Gather.Settle(Task.FromResult(1), (Task<int>)null!);

        Assert.That(outcome.Exception, Is.TypeOf<ArgumentNullException>());
    }

    [Test]
    public async Task Settle_List_GivesOutcomesInOrder()
    {
        var outcomes = await Gather.Settle([Task.FromResult(1), Branches.FailLater<int>("x"), Task.FromResult(3)]);

        Assert.That(outcomes.Select(o => o.ValueOr(-1)), Is.EqualTo(new[] { 1, -1, 3 }));
        Assert.That(await Gather.Settle(Array.Empty<Task<int>>()), Is.Empty);
        Assert.That(await Gather.Settle(new List<Task<int>> { Task.FromResult(1) }), Has.Length.EqualTo(1));
    }

    [Test]
    public async Task Settle_Void_GivesOutcomesInOrder()
    {
        var outcomes = await Gather.Settle(Task.CompletedTask, Branches.Fail("x"), Branches.Cancel<int>());

        Assert.That(outcomes.Select(o => o.IsSuccess), Is.EqualTo(new[] { true, false, false }));
        Assert.That(outcomes[2].IsCanceled);
    }

    [Test]
    public void Settle_SequenceThrows_ThrowsOnceWhatItStartedIsOver()
    {
        var started = new TaskCompletionSource<int>();
        var settled = Gather.Settle(Branches.ThenThrow(new FormatException(), started.Task));
        var settledVoid = Gather.Settle(Branches.ThenThrow<Task>(new FormatException(), started.Task));
        Assert.That(settled.IsCompleted || settledVoid.IsCompleted, Is.False);

        started.SetException(new InvalidOperationException());

        Assert.That(() => settled, Throws.TypeOf<FormatException>());
        Assert.That(() => settledVoid, Throws.TypeOf<FormatException>());
    }
}
