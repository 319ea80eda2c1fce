using System.Diagnostics;
using System.Globalization;

namespace Pipeline.Benchmarks.Latency;

/// <summary>
/// The law that sequential is the sum and parallel the longest, in milliseconds over what the same calls take without a service.
/// </summary>
/// <remarks>
/// Timers go by a clock that moves in steps of some milliseconds. Whatever began where the last call ended would always meet the same
/// moment of a step, and an overhead would show as nothing or as a whole step. So each composition begins at a random moment, and the
/// median over the rounds tells differences far below a step. All take their turn in each round, in an order that shifts.
/// </remarks>
internal static class LatencyLaw
{
    private const double Longest = 50;
    private const double Sum = 20 + 30 + 50;
    private const int WarmUp = 5;
    private static readonly TimeSpan LongestPhase = TimeSpan.FromMilliseconds(8);

    /// <summary>Measures that many rounds and prints a table.</summary>
    public static async Task PrintAsync(int rounds)
    {
        var benchmarks = new LatencyBenchmarks();
        await benchmarks.StartAsync();
        Composed whenAll = new("WhenAll", benchmarks.WhenAll, Longest);
        Composed awaitEach = new("AwaitEach", benchmarks.AwaitEach, Sum);
        (Composed One, Composed Other)[] pairs =
        [
            (whenAll, whenAll),
            (new("WhenAllAgain", benchmarks.WhenAllAgain, Longest), whenAll),
            (new("Parallel", benchmarks.Parallel, Longest), whenAll),
            (new("ParallelWithinLimits", benchmarks.ParallelWithinLimits, Longest), whenAll),
            (awaitEach, awaitEach),
            (new("Sequential", benchmarks.Sequential, Sum), awaitEach),
        ];

        await MeasureAsync([.. pairs.Select(static pair => pair.One)], rounds);
        await benchmarks.StopAsync();

        Console.WriteLine("| composition | median | over its ideal | difference | 95 % |");
        Console.WriteLine("|---|---:|---:|---:|---:|");
        foreach (var (one, other) in pairs)
            Console.WriteLine(Row(one, other));
    }

    private static async Task MeasureAsync(Composed[] all, int rounds)
    {
        var random = new Random(1);
        for (int round = -WarmUp; round < rounds; round++)
        {
            for (int turn = 0; turn < all.Length; turn++)
            {
                var composed = all[(round + WarmUp + turn) % all.Length];
                Spin(random.NextDouble() * LongestPhase);
                double time = await composed.MeasureAsync();
                if (round >= 0) composed.Times.Add(time);
            }
        }
    }

    private static void Spin(TimeSpan time)
    {
        long start = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(start) < time)
            Thread.SpinWait(10);
    }

    private static string Row(Composed one, Composed other)
    {
        double median = one.Times.Order().ElementAt(one.Times.Count / 2);
        string row = string.Create(CultureInfo.InvariantCulture, $"| `{one.Name}` | {median:N2} ms | {median / one.Ideal:N3} |");
        if (one == other)
            return $"{row} | |";

        var difference = new PairedDifference(one.Times, other.Times);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{row} {difference.Median:+0.000;-0.000} ms | {difference.Low:+0.000;-0.000} … {difference.High:+0.000;-0.000} |");
    }

    private sealed class Composed(string name, Func<Task<int>> call, double ideal)
    {
        public string Name => name;

        public double Ideal => ideal;

        public List<double> Times { get; } = [];

        public async Task<double> MeasureAsync()
        {
            long start = Stopwatch.GetTimestamp();
            await call().ConfigureAwait(false);
            return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        }
    }
}
