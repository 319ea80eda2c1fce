using System.Globalization;

namespace Pipeline.Runtime.Tests.Interleavings;

/// <summary>Runs a scenario under many schedules. Each is a seed, which makes the scenario as well as the order of its steps.</summary>
internal static class Schedules
{
    public static int Count { get; } = Read("PIPELINE_SCHEDULES") ?? 3000;

    /// <summary>Runs as many schedules as are asked for, from a random seed or a given one; names the seed of the one that fails.</summary>
    public static void Explore(Action<VirtualScheduler> scenario)
    {
        var first = Read("PIPELINE_SEED") ?? Environment.TickCount & 0x3FFFFFFF;
        TestContext.Out.WriteLine($"{Count} schedules, seeds from {first}.");
        for (var seed = first; seed < first + Count; seed++)
        {
            var scheduler = new VirtualScheduler(seed);
            try
            {
                scheduler.Run(scenario);
            }
            catch (Exception exception)
            {
                throw new AssertionException(
                    $"Seed {seed}; for this one alone: PIPELINE_SEED={seed} PIPELINE_SCHEDULES=1. The steps by their time:"
                    + $"{Environment.NewLine}{scheduler}{exception.Message}",
                    exception);
            }
        }
    }

    /// <summary>Runs each of some seeds twice: that the seed decides the schedule means that both runs take the same steps.</summary>
    public static void CheckThatSeedsDecide(Action<VirtualScheduler> scenario)
    {
        for (var seed = 1; seed <= 200; seed++)
        {
            var first = new VirtualScheduler(seed);
            first.Run(scenario);
            var second = new VirtualScheduler(seed);
            second.Run(scenario);
            Assert.That($"{second}", Is.EqualTo($"{first}").And.Not.Empty);
        }
    }

    private static int? Read(string variable) =>
        Environment.GetEnvironmentVariable(variable) is { Length: > 0 } text ? int.Parse(text, CultureInfo.InvariantCulture) : null;
}
