using System.Globalization;

namespace Pipeline.EditCost;

/// <summary>What some work cost: the processor time of all threads, and the bytes allocated.</summary>
internal readonly record struct Cost(TimeSpan Processor, long Bytes)
{
    public static Cost Of(Action work)
    {
        // What is collected meanwhile is this work's own garbage.
        GC.Collect();
        GC.WaitForPendingFinalizers();
        long bytes = GC.GetTotalAllocatedBytes(precise: true);
        var processor = Environment.CpuUsage.TotalTime;
        work();
        return new(Environment.CpuUsage.TotalTime - processor, GC.GetTotalAllocatedBytes(precise: true) - bytes);
    }

    public static Cost Median(IEnumerable<Cost> costs)
    {
        var all = costs.ToArray();
        int middle = all.Length / 2;
        return new(all.Select(cost => cost.Processor).Order().ElementAt(middle), all.Select(cost => cost.Bytes).Order().ElementAt(middle));
    }

    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Processor.TotalMilliseconds:N0} ms, {Bytes / 1e6:N1} MB");
}
