namespace Pipeline.Benchmarks.Latency;

/// <summary>How much longer one thing took than another that was measured beside it, round by round.</summary>
internal readonly record struct PairedDifference
{
    /// <param name="one">The times of the one.</param>
    /// <param name="other">The times of the other, in the same rounds.</param>
    public PairedDifference(IEnumerable<double> one, IEnumerable<double> other)
    {
        double[] sorted = [.. one.Zip(other, (time, beside) => time - beside).Order()];
        int half = (int)Math.Ceiling(0.98 * Math.Sqrt(sorted.Length));
        Median = sorted[sorted.Length / 2];
        Low = sorted[Math.Max(0, (sorted.Length / 2) - half)];
        High = sorted[Math.Min(sorted.Length - 1, (sorted.Length / 2) + half)];
    }

    /// <summary>The median over the rounds.</summary>
    public double Median { get; }

    /// <summary>Where the true median begins, at 95 %, whatever the distribution: order statistics of the rounds.</summary>
    public double Low { get; }

    /// <summary>Where it ends.</summary>
    public double High { get; }
}
