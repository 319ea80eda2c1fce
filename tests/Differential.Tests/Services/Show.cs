using Pipeline.Differential.Execution;

namespace Pipeline.Differential.Services;

/// <summary>What a body can do besides calling services; the analyzers know none of it.</summary>
public static class Show
{
    /// <summary>All of the values, down to the last element.</summary>
    public static string All(params object?[] values) => Render.Arguments(values);

    public static int Twice(int x) => 2 * x;

    public static void Increment(ref int x) => x++;

    public static void Split(int x, out int low, out int high) => (low, high) = (x / 2, x - (x / 2));

    /// <summary>A guard that throws.</summary>
    public static int Positive(int x) => x > 0 ? x : throw new ArgumentOutOfRangeException(nameof(x), "not positive");
}
