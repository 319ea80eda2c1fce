namespace Digits.Measuring;

/// <summary>What a pattern read and how long it took, beside its calls measured alone. Medians.</summary>
public sealed record PatternResult(Pattern Pattern, double Accuracy, double ElapsedMs, double[] CallsMs)
{
    /// <summary>The time of the calls one after another.</summary>
    public double SumMs => CallsMs.Sum();

    /// <summary>The time of the longest call.</summary>
    public double LongestMs => CallsMs.Max();

    /// <summary>The time of the longest chain of calls that wait for one another.</summary>
    public double LongestPathMs => Pattern.Paths.Max(path => path.Sum(call => CallsMs[call]));

    /// <summary>When a call starts at the earliest: when what it waits for has ended.</summary>
    public double StartMs(int call) =>
        Pattern.Paths.Where(path => path.Contains(call)).Max(path => path.TakeWhile(earlier => earlier != call).Sum(earlier => CallsMs[earlier]));

    /// <summary>The least time the calls can take: no shorter than the longest path, and no core does two things at once.</summary>
    public double FloorMs(int cores) => Math.Max(LongestPathMs, SumMs / cores);
}
