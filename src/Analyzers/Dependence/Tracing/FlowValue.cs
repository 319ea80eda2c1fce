namespace Pipeline.Analyzers.Dependence.Tracing;

/// <summary>What the tracer knows of a value: which calls of the trace it comes from, by their bits.</summary>
/// <param name="Sources">Calls whose results are in it.</param>
/// <param name="Tasks">Calls whose tasks it is: awaiting it waits for exactly these.</param>
/// <param name="Foreign">Whether it also holds tasks of something else.</param>
internal readonly record struct FlowValue(ulong Sources, ulong Tasks = 0, bool Foreign = false)
{
    public static readonly FlowValue None;

    /// <summary>All calls the value has to do with.</summary>
    public ulong All => Sources | Tasks;

    /// <summary>The value where it is no longer known to be a task.</summary>
    public FlowValue AsData() => new(All);

    /// <summary>Data computed from both.</summary>
    public static FlowValue operator |(FlowValue left, FlowValue right) => new(left.All | right.All);

    /// <summary>A collection that holds both: awaited together, they wait for the calls of both.</summary>
    public FlowValue With(FlowValue element) =>
        new(Sources | element.Sources, Tasks | element.Tasks, Foreign || element.Foreign || element.Tasks == 0);
}
