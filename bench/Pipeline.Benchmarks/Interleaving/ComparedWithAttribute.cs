namespace Pipeline.Benchmarks.Interleaving;

/// <summary>Names a second benchmark to compare with, turn by turn: what people do instead, beside the baseline that all share.</summary>
/// <param name="benchmark">The name of the other benchmark's method.</param>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class ComparedWithAttribute(string benchmark) : Attribute
{
    /// <summary>The name of the other benchmark's method.</summary>
    public string Benchmark { get; } = benchmark;
}
