namespace Pipeline.Benchmarks.Proxies;

/// <summary>Some milliseconds of arithmetic that no compiler removes.</summary>
[Service]
public partial class Worker
{
    /// <summary>Sums a series.</summary>
    [Api]
    public double Work(int seed) => Compute(seed);

    internal static double Compute(int seed)
    {
        double sum = seed;
        for (int term = 1; term < 400_000; term++) sum += Math.Sin(sum) / term;
        return sum;
    }
}
