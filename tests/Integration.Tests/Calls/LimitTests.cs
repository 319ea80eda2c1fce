using Pipeline.CompilerServices;

namespace Pipeline.Integration.Tests.Calls;

public sealed class LimitTests
{
    [Test]
    public async Task Concurrency_OfAsyncApis_LetsThatManyRunInTheOrderTheyCame()
    {
        await using var app = await GatedApp.StartAsync(("Gated:Concurrency", "2"));
        var calls = Enumerable.Range(0, 20).Select(id => app.Gated.ToAsync.Enter(id)).ToArray();
        for (var id = 0; id < calls.Length; id++)
        {
            await app.Gates.Begun(id);
            Assert.That(app.Gates.Order, Has.Count.LessThanOrEqualTo(id + 2));
            app.Gates.Open(id);
            await calls[id];

            // It has its slot by now, but not a thread.
            if (id + 2 < calls.Length)
                await app.Gates.Begun(id + 2);
        }

        Assert.That(app.Gates.Order, Is.Ordered);
        Assert.That(app.Gates.Most, Is.EqualTo(2));
    }

    [Test]
    public async Task Concurrency_OfSyncApis_LetsThatManyRunInTheOrderTheyCame()
    {
        await using var app = await GatedApp.StartAsync(("Gated:Concurrency", "1"));
        var calls = Enumerable.Range(0, 50).Select(id => app.Gated.ToAsync.Block(id)).ToArray();
        foreach (var id in Enumerable.Range(0, 50))
            app.Gates.Open(id);
        await Task.WhenAll(calls);

        Assert.That(app.Gates.Order, Is.EqualTo(Enumerable.Range(0, 50)));
        Assert.That(app.Gates.Most, Is.EqualTo(1));
    }

    [Test]
    public async Task Concurrency_OnTheSyncView_HoldsToo()
    {
        await using var app = await GatedApp.StartAsync(("Gated:Concurrency", "1"));
        var first = app.Gated.ToAsync.Enter(0);
        await app.Gates.Begun(0);
        var second = Task.Factory.StartNew(() => app.Gated.Square(3), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        var third = app.Gated.ToAsync.Square(4);

        Assert.That(third.IsCompleted, Is.False);
        app.Gates.Open(0);
        Assert.That(await second, Is.EqualTo(9));
        Assert.That(await third, Is.EqualTo(16));
        await first;
    }

    [Test]
    public async Task QueueLimit_Reached_TurnsTheNextCallAwayAtOnce()
    {
        await using var app = await GatedApp.StartAsync(("Gated:Concurrency", "1"), ("Gated:QueueLimit", "1"));
        var running = app.Gated.ToAsync.Enter(0);
        var waiting = app.Gated.ToAsync.Enter(1);
        var refused = app.Gated.ToAsync.Enter(2);

        Assert.That(refused.IsFaulted, Is.True);
        var exception = (await Assert.ThrowsAsync<ServiceOverloadedException>(() => refused))!;
        Assert.That((exception.Service, exception.Running, exception.Waiting), Is.EqualTo(("Gated", 1, 1)));
        Assert.That(() => app.Gated.Square(1), Throws.TypeOf<ServiceOverloadedException>());
        Assert.That(app.Gated.ToAsync.Square(1).Exception?.InnerException, Is.TypeOf<ServiceOverloadedException>());
        app.Gates.Open(0);
        app.Gates.Open(1);
        await Task.WhenAll(running, waiting);
        Assert.That(app.Gates.Order, Is.EqualTo(new[] { 0, 1 }));
    }

    [Test]
    public async Task QueueLimitOfZero_WithoutConcurrency_HoldsForSyncApisOnThePool()
    {
        await using var app = await GatedApp.StartAsync(("Gated:QueueLimit", "0"));
        var running = Enumerable.Range(0, Environment.ProcessorCount).Select(id => app.Gated.ToAsync.Block(id)).ToArray();

        Assert.That(() => app.Gated.ToAsync.Block(-1), Throws.TypeOf<ServiceOverloadedException>());
        foreach (var id in Enumerable.Range(0, running.Length))
            app.Gates.Open(id);
        await Task.WhenAll(running);
    }

    [Test]
    public async Task Instances_ShareTheCalls()
    {
        await using var app = await GatedApp.StartAsync(("Gated:Concurrency", "2"), ("Gated:Instances", "3"));
        var calls = Enumerable.Range(0, 7).Select(id => app.Gated.ToAsync.Enter(id)).ToArray();
        await Task.WhenAll(Enumerable.Range(0, 6).Select(app.Gates.Begun));

        Assert.That(app.Gates.Order, Has.Count.EqualTo(6));
        foreach (var id in Enumerable.Range(0, 7))
            app.Gates.Open(id);
        var instances = await Task.WhenAll(calls);
        Assert.That(instances.Take(6).GroupBy(instance => instance).Select(calls => calls.Count()), Is.EqualTo(new[] { 2, 2, 2 }));
    }

    [Test]
    public async Task Instances_WithoutConcurrency_TakeTurns()
    {
        await using var app = await GatedApp.StartAsync(("Gated:Instances", "2"));
        foreach (var id in Enumerable.Range(0, 4))
            app.Gates.Open(id);

        var instances = new List<int>();
        foreach (var id in Enumerable.Range(0, 4))
            instances.Add(await app.Gated.ToAsync.Enter(id));
        Assert.That(instances.Distinct().Count(), Is.EqualTo(2));
        Assert.That(instances[0], Is.EqualTo(instances[2]).And.Not.EqualTo(instances[1]));
    }

    [Test]
    public async Task QueuedCall_Canceled_NeverRunsAndLeavesItsPlace()
    {
        await using var app = await GatedApp.StartAsync(("Gated:Concurrency", "1"), ("Gated:QueueLimit", "1"));
        using var source = new CancellationTokenSource();
        var running = app.Gated.ToAsync.Enter(0);
        var canceled = app.Gated.ToAsync.Enter(1, source.Token);
        await source.CancelAsync();

        var exception = (await Assert.CatchAsync<OperationCanceledException>(() => canceled))!;
        Assert.That(exception.CancellationToken, Is.EqualTo(source.Token));
        var next = app.Gated.ToAsync.Enter(2);
        app.Gates.Open(0);
        app.Gates.Open(2);
        await Task.WhenAll(running, next);
        Assert.That(app.Gates.Order, Is.EqualTo(new[] { 0, 2 }));
    }

    [Test]
    public async Task CallGivenUp_HoldsItsSlotUntilItEnds([Values] bool isSync)
    {
        await using var app = await GatedApp.StartAsync(("Gated:Concurrency", "1"));
        using var source = new CancellationTokenSource();
        Task<int> givenUp = isSync ? app.Gated.ToAsync.Block(0, source.Token) : app.Gated.ToAsync.EnterBlindly(0, source.Token);
        await app.Gates.Begun(0);
        await source.CancelAsync();
        await Assert.CatchAsync<OperationCanceledException>(() => givenUp);

        var next = app.Gated.ToAsync.Square(5);
        Assert.That(next.IsCompleted, Is.False);
        app.Gates.Open(0);
        Assert.That(await next, Is.EqualTo(25));
    }

    [Test]
    public async Task Stream_HoldsNoSlotBetweenTwoItems()
    {
        await using var app = await GatedApp.StartAsync(("Gated:Concurrency", "1"), ("Middle:Concurrency", "1"), ("Front:Concurrency", "1"));

        Assert.That(await app.Front.ToAsync.SumOfSquares(5), Is.EqualTo(110));
        Assert.That(app.Gated.Numbers(4).Select(app.Gated.Square), Is.EqualTo(new[] { 1, 4, 9, 16 }));
        Assert.That(app.Gated.NumbersLater(4).Select(app.Gated.Square), Is.EqualTo(new[] { 1, 4, 9, 16 }));
    }

    [Test]
    public async Task SyncStream_StepGivenUp_HoldsItsSlotUntilItEnds()
    {
        await using var app = await GatedApp.StartAsync(("Gated:Concurrency", "1"));
        using var source = new CancellationTokenSource();
        var givenUp = app.Gated.ToAsync.BlockForItem(0, source.Token).ToListAsync().AsTask();
        await app.Gates.Begun(0);
        await source.CancelAsync();
        await Assert.CatchAsync<OperationCanceledException>(() => givenUp);

        var next = app.Gated.ToAsync.Block(1);
        var behind = app.Gated.ToAsync.Square(3);
        app.Gates.Open(0);
        await app.Gates.Begun(1);
        Assert.That(behind.IsCompleted, Is.False, "the one slot is that of the call ahead");

        app.Gates.Open(1);
        await Task.WhenAll(next, behind);
        Assert.That(app.Gates.Most, Is.EqualTo(1), "the body given up and the next call did not overlap");
    }

    [Test]
    public async Task Stream_QueueFull_IsRefusedAtItsFirstStepOnly([Values("", "1")] string concurrency)
    {
        await using var app = await GatedApp.StartAsync(
            concurrency is "" ? [("Gated:QueueLimit", "0")] : [("Gated:QueueLimit", "0"), ("Gated:Concurrency", concurrency)]);
        var slots = concurrency is "" ? Environment.ProcessorCount : 1;
        await using var open = app.Gated.ToAsync.Numbers(3).GetAsyncEnumerator();
        await open.MoveNextAsync();
        var running = Enumerable.Range(0, slots).Select(id => app.Gated.ToAsync.Block(id)).ToArray();

        Assert.That(async () => await app.Gated.ToAsync.Numbers(3).ToListAsync(), Throws.TypeOf<ServiceOverloadedException>());
        var step = open.MoveNextAsync().AsTask();
        Assert.That(step.IsCompleted, Is.False, "a stream that has begun waits");
        foreach (var id in Enumerable.Range(0, running.Length))
            app.Gates.Open(id);
        await Task.WhenAll(running);
        Assert.That(await step);
        Assert.That(async () => await open.DisposeAsync(), Throws.Nothing);
    }

    [Test]
    public async Task Service_WithoutLimits_IsCalledBare()
    {
        await using var app = await GatedApp.StartAsync(("Middle:Concurrency", "1"));

        Assert.That(CallPath.Of(app.Gated), Is.Null);
        Assert.That(CallPath.Of(app.Front), Is.Null);
        Assert.That(CallPath.Of(app.Middle), Is.Not.Null);
    }
}
