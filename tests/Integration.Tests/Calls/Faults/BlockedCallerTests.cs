using System.Transactions;

namespace Pipeline.Integration.Tests.Calls.Faults;

/// <summary>A caller that is blocked on the sync view only waits.</summary>
public sealed class BlockedCallerTests
{
    [ThreadStatic]
    private static int _owner;

    [Test]
    public async Task Thread_ThatWaitsForASlot_NeverRunsAnothersCall()
    {
        await using var app = await WorkerApp.StartAsync(("Worker:Concurrency", "2"));
        var seen = new System.Collections.Concurrent.ConcurrentBag<(int Id, int Owner)>();
        app.Bodies.RunHere = id =>
        {
            seen.Add((id, _owner));
            Thread.Yield();
            return id;
        };
        var blocked = Enumerable.Range(1, 24).Select(id => Task.Run(() =>
        {
            _owner = id;
            try
            {
                return app.Worker.Work(id);
            }
            finally
            {
                _owner = 0;
            }
        }));
        var pooled = Enumerable.Range(1001, 100).Select(id => app.Worker.ToAsync.Work(id));
        await Task.WhenAll([.. blocked, .. pooled]);

        Assert.That(seen.Where(static call => call.Owner != (call.Id > 1000 ? 0 : call.Id)), Is.Empty, "calls that saw another's thread");
        Assert.That(seen, Has.Count.EqualTo(124));
    }

    [Test]
    public async Task Transaction_OfAThreadThatWaits_IsSeenByItsOwnCallAlone()
    {
        await using var app = await WorkerApp.StartAsync(("Worker:Concurrency", "2"));
        var seen = new System.Collections.Concurrent.ConcurrentBag<(int Id, bool HasTransaction)>();
        app.Bodies.RunHere = id =>
        {
            seen.Add((id, Transaction.Current is not null));
            Thread.Yield();
            return id;
        };
        var blocked = Enumerable.Range(1, 24).Select(id => Task.Run(() =>
        {
            using var scope = new TransactionScope();
            int answer = app.Worker.Work(id);
            scope.Complete();
            return answer;
        }));
        var pooled = Enumerable.Range(1001, 100).Select(id => app.Worker.ToAsync.Work(id));
        await Task.WhenAll([.. blocked, .. pooled]);

        Assert.That(seen.Where(static call => call.HasTransaction != (call.Id <= 1000)), Is.Empty, "calls that saw another's transaction, or not their own");
        Assert.That(seen, Has.Count.EqualTo(124));
    }

    [Test]
    public async Task Wait_EndsWithItsSlotOrItsDeadline([Values] bool isDeadline)
    {
        await using var app = await WorkerApp.StartAsync(("Worker:Concurrency", "1"), ("Worker:Apis:Work:Timeout", "1h"));
        var gate = new TaskCompletionSource<int>();
        app.Bodies.Run = (_, _) => gate.Task;
        var holder = app.Worker.ToAsync.Run(1);
        var waiting = Task.Factory.StartNew(
            () => app.Worker.Work(2), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        while (isDeadline && !waiting.IsCompleted)
        {
            app.Time.Advance(TimeSpan.FromMinutes(30));
            await Task.Delay(1);
        }

        if (isDeadline)
            Assert.That(async () => await waiting, Throws.TypeOf<ServiceTimeoutException>());
        gate.SetResult(1);
        await holder;
        if (!isDeadline)
            Assert.That(await waiting, Is.EqualTo(2));
    }

    [Test]
    public async Task Thread_InterruptedWhileItWaits_LosesNoSlot()
    {
        await using var app = await WorkerApp.StartAsync(("Worker:Concurrency", "1"));
        for (var round = 0; round < 50; round++)
        {
            var gate = new TaskCompletionSource<int>();
            app.Bodies.Run = (_, _) => gate.Task;
            var holder = app.Worker.ToAsync.Run(1);
            var ended = new TaskCompletionSource<Exception?>();
            var thread = new Thread(() =>
            {
                try
                {
                    app.Worker.Work(2);
                    ended.SetResult(null);
                }
                catch (ThreadInterruptedException interrupted)
                {
                    ended.SetResult(interrupted);
                }
            });
            thread.Start();
            thread.Interrupt();
            gate.SetResult(1);
            await holder;
            await ended.Task;
        }

        Assert.That(await app.Worker.ToAsync.Work(3), Is.EqualTo(3));
    }
}
