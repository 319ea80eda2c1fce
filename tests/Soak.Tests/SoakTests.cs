using System.Collections.Concurrent;

namespace Pipeline.Soak;

/// <summary>Services of every kind under load from all sides, with everything going wrong that may.</summary>
public sealed class SoakTests
{
    private const int Checkpoints = 4;
    private const int Rounds = 6;

    // What a call leaves behind when something leaks is a context, a queue's node, a registration: more than this.
    private const long BytesPerCall = 16;

    // What the runtime itself takes for its own purposes, whatever the number of calls.
    private const long Noise = 1_000_000;

    private readonly ConcurrentQueue<Exception> _unobserved = [];

    [Test]
    public async Task Services_UnderLoad_LoseNothingAndLeaveNothingBehind()
    {
        var time = TimeSpan.FromSeconds(Settings.Seconds ?? 20);
        var seed = Settings.Seed ?? Environment.TickCount;
        await TestContext.Out.WriteLineAsync($"{time.TotalSeconds} s of load, seed {seed}.");
        TaskScheduler.UnobservedTaskException += Note;
        try
        {
            await using var run = await SoakRun.StartAsync(seed);
            await RunAsync(run, time);
        }
        finally
        {
            TaskScheduler.UnobservedTaskException -= Note;
        }
    }

    [Test]
    public async Task Services_ShutDownUnderLoad_EndEveryCallAndTakeNoMore([Values("1ms", "1h")] string drainTimeout)
    {
        var seed = Settings.Seed ?? Environment.TickCount;
        await TestContext.Out.WriteLineAsync($"Seeds from {seed}.");
        for (var round = 0; round < Rounds; round++)
        {
            var run = await SoakRun.StartAsync(seed + round, drainTimeout);
            await run.ShutDownAsync(TimeSpan.FromMilliseconds(20 * round));
            await run.CheckRefusalAsync();
            run.CheckCalls();
        }
    }

    private async Task RunAsync(SoakRun run, TimeSpan time)
    {
        var (warmBytes, warmCalls) = (0L, 0L);
        for (var checkpoint = 0; checkpoint <= Checkpoints; checkpoint++)
        {
            await run.LoadAsync(time / (Checkpoints + 1));
            run.CheckCalls();
            await run.CheckLimitsAsync();
            var (bytes, contexts, alive) = run.CheckMemory();
            await TestContext.Progress.WriteLineAsync(
                $"{run.Calls:N0} calls, {bytes:N0} bytes, {alive} of {contexts} contexts of calls alive.");
            Assert.That(_unobserved, Is.Empty, "exceptions of tasks that nobody has looked at");
            Assert.That(alive, Is.LessThan(100 + (contexts / 10)), "contexts of calls that are alive when all calls are over");
            if (checkpoint == 0)
                (warmBytes, warmCalls) = (bytes, run.Calls);
            else
                Assert.That(bytes - warmBytes, Is.LessThan(Noise + ((run.Calls - warmCalls) * BytesPerCall)), "bytes left behind");
        }

        await TestContext.Out.WriteLineAsync($"{run}");
    }

    private void Note(object? sender, UnobservedTaskExceptionEventArgs unobserved) => _unobserved.Enqueue(unobserved.Exception);
}
