using System.Diagnostics;

namespace Pipeline.Benchmarks.Calls;

/// <summary>What each call costs where few run below one deadline, and where many do.</summary>
internal static class Growth
{
    /// <summary>Measures and prints a table.</summary>
    public static async Task PrintAsync()
    {
        await using var apps = new TargetApps();
        var front = await apps.StartFrontAsync(timeout: "10m");
        await MeasureAsync(front, 100, rounds: 100);
        Console.WriteLine("| calls below one deadline | each |");
        Console.WriteLine("|---:|---:|");
        foreach (var (calls, rounds) in new[] { (100, 1000), (1_000, 100), (10_000, 10), (100_000, 3) })
        {
            double each = await MeasureAsync(front, calls, rounds);
            Console.WriteLine(FormattableString.Invariant($"| {calls} | {each:0.00} µs |"));
        }
    }

    private static async Task<double> MeasureAsync(Front.Proxy front, int calls, int rounds)
    {
        double best = double.MaxValue;
        for (int round = 0; round < rounds; round++)
        {
            GC.Collect();
            long start = Stopwatch.GetTimestamp();
            await front.ToAsync.AddAllAtOnce(calls);
            best = Math.Min(best, Stopwatch.GetElapsedTime(start).TotalMicroseconds / calls);
        }

        return best;
    }
}
