using System.Globalization;

namespace Pipeline.Runtime.Tests.Interleavings;

/// <summary>Runs a scenario under many schedules. Each is a seed, which makes the scenario as well as the order of its steps.</summary>
internal static class Schedules
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    public static int Count { get; } = Read("PIPELINE_SCHEDULES") ?? 3000;

    /// <summary>Runs as many schedules as are asked for, from a random seed or a given one; names the seed of the one that fails.</summary>
    public static void Explore(Action<VirtualScheduler> scenario)
    {
        var first = Read("PIPELINE_SEED") ?? Environment.TickCount & 0x3FFFFFFF;
        TestContext.Out.WriteLine($"{Count} schedules, seeds from {first}.");
        VirtualScheduler? running = null;
        var exploring = Task.Factory.StartNew(
            () =>
            {
                for (var seed = first; seed < first + Count; seed++)
                    Run(running = new VirtualScheduler(seed), scenario);
            },
            CancellationToken.None,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default);

        // One that hangs is to be named as well.
        for (var seen = running; !exploring.Wait(Patience); seen = running)
        {
            if (seen == running)
                Assert.Fail(Report(seen!, "It does not end."));
        }
    }

    /// <summary>Runs each of some seeds twice: that the seed decides the schedule means that both runs take the same steps.</summary>
    public static void CheckThatSeedsDecide(Action<VirtualScheduler> scenario)
    {
        for (var seed = 1; seed <= 200; seed++)
        {
            var (first, second) = (new VirtualScheduler(seed), new VirtualScheduler(seed));
            Run(first, scenario);
            Run(second, scenario);
            Assert.That($"{second}", Is.EqualTo($"{first}").And.Not.Empty);
        }
    }

    private static void Run(VirtualScheduler scheduler, Action<VirtualScheduler> scenario)
    {
        try
        {
            scheduler.Run(scenario);
        }
        catch (Exception exception)
        {
            throw new AssertionException(Report(scheduler, exception.Message), exception);
        }
    }

    private static string Report(VirtualScheduler scheduler, string failure) =>
        $"Seed {scheduler.Seed}; for this one alone: PIPELINE_SEED={scheduler.Seed} PIPELINE_SCHEDULES=1. The steps by their time:"
        + $"{Environment.NewLine}{scheduler}{failure}";

    private static int? Read(string variable) =>
        Environment.GetEnvironmentVariable(variable) is { Length: > 0 } text ? int.Parse(text, CultureInfo.InvariantCulture) : null;
}
