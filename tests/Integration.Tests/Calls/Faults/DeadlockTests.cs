using Microsoft.Extensions.DependencyInjection;

namespace Pipeline.Integration.Tests.Calls.Faults;

/// <summary>Calls that would wait for each other for ever fail at once where that is certain, and are named in the log where it is not.</summary>
public sealed class DeadlockTests
{
    [Test]
    public async Task Api_ThatReadsAStreamOfItsOwnService_FailsAtOnce()
    {
        await using var app = await WorkerApp.StartAsync(("Worker:Concurrency", "1"));

        var exception = (await Assert.ThrowsAsync<ServiceDeadlockException>(
            () => app.Worker.ToAsync.Sum(app.Worker.ToAsync.Numbers(5))))!;
        Assert.That(exception.Message, Does.Contain("Worker.Sum holds a slot of Worker and waits for one of Worker"));
        Assert.That(await app.Worker.ToAsync.Run(1), Is.EqualTo(1), "no slot is lost");
    }

    [Test]
    public async Task Streams_ThatPassThroughEachOther_FailAtOnce()
    {
        await using var app = await WorkerApp.StartAsync(("Worker:Concurrency", "1"), ("Helper:Concurrency", "1"));
        var stream = app.Worker.ToAsync.Map(app.Helper.ToAsync.Map(app.Worker.ToAsync.Numbers(3)));

        Assert.That(async () => await stream.ToListAsync(), Throws.TypeOf<ServiceDeadlockException>());
        Assert.That(await app.Helper.ToAsync.Map(app.Worker.ToAsync.Numbers(3)).ToListAsync(), Is.EqualTo(new[] { 2, 4, 6 }));
    }

    [Test]
    public async Task Apis_ThatReadEachOthersStreams_BothEnd()
    {
        await using var app = await WorkerApp.StartAsync(("Worker:Concurrency", "1"), ("Helper:Concurrency", "1"));
        var first = app.Worker.ToAsync.Sum(app.Helper.ToAsync.Map(Numbers()));
        var second = app.Helper.ToAsync.Sum(app.Worker.ToAsync.Map(Numbers()));
        var outcomes = await Gather.Settle(first, second);

        Assert.That(
            new[] { outcomes.Item1.Exception, outcomes.Item2.Exception }.OfType<Exception>(), Is.All.TypeOf<ServiceDeadlockException>());

        static async IAsyncEnumerable<int> Numbers()
        {
            for (var number = 0; number < 200; number++)
            {
                await Task.Yield();
                yield return number;
            }
        }
    }

    [Test]
    public async Task SyncRecursion_ThroughTheContainer_FailsAtOnce()
    {
        await using var app = await WorkerApp.StartAsync(("Worker:Concurrency", "1"));
        app.Bodies.RunHere = id => id == 0 ? 0 : app.Services.GetRequiredService<Worker.Proxy>().Work(id - 1);

        Assert.That(() => app.Worker.Work(1), Throws.TypeOf<ServiceDeadlockException>());
        Assert.That(app.Worker.Work(0), Is.Zero);
    }

    [Test]
    public async Task AsyncRecursion_ThatMayYetEnd_IsNamedInTheLogOnce()
    {
        await using var app = await WorkerApp.StartAsync(("Worker:Concurrency", "1"), ("Worker:QueueWarning", "20s"), ("Worker:Timeout", "1h"));
        app.Bodies.Run = async (id, token) => id == 0 ? 0 : await app.Worker.ToAsync.Run(id - 1, token);
        var call = app.Worker.ToAsync.Run(1);
        app.Time.Advance(TimeSpan.FromSeconds(21));
        app.Time.Advance(TimeSpan.FromSeconds(21));

        Assert.That(
            app.Log.All.Where(static line => line.Contains("waited")).ToList(),
            Has.Count.EqualTo(1).And.One.Contains("slot of Worker").And.One.Contains("held by: Worker.Run"));
        app.Time.Advance(TimeSpan.FromHours(1));
        Assert.That(async () => await call, Throws.TypeOf<ServiceTimeoutException>());
    }
}
