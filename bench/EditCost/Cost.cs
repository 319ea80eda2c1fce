using System.Globalization;

namespace Pipeline.EditCost;

/// <summary>What some work cost: the processor time of all threads, and the bytes allocated.</summary>
internal readonly record struct Cost(TimeSpan Processor, long Bytes)
{
    public static Cost Of(Action work)
    {
        var before = Now();
        work();
        return Since(before);
    }

    public static async Task<Cost> OfAsync(Func<Task> work)
    {
        var before = Now();
        await work();
        return Since(before);
    }

    private static Cost Now()
    {
        // What is collected meanwhile is this work's own garbage.
        GC.Collect();
        GC.WaitForPendingFinalizers();
        return new(Environment.CpuUsage.TotalTime, GC.GetTotalAllocatedBytes(precise: true));
    }

    private static Cost Since(Cost before) =>
        new(Environment.CpuUsage.TotalTime - before.Processor, GC.GetTotalAllocatedBytes(precise: true) - before.Bytes);

    public static Cost Median(IReadOnlyCollection<Cost> costs) => Percentile(costs, 0.5);

    /// <param name="costs">The costs of the same work, done again and again.</param>
    /// <param name="share">The share of them that are not above the result, from 0 to 1.</param>
    public static Cost Percentile(IReadOnlyCollection<Cost> costs, double share)
    {
        int place = (int)Math.Ceiling((costs.Count - 1) * share);
        return new(
            costs.Select(static cost => cost.Processor).Order().ElementAt(place),
            costs.Select(static cost => cost.Bytes).Order().ElementAt(place));
    }

    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Processor.TotalMilliseconds:N0} ms, {Bytes / 1e6:N1} MB");
}
