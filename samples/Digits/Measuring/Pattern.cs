namespace Digits.Measuring;

/// <summary>A way of composing calls.</summary>
/// <param name="Name">The pattern's name.</param>
/// <param name="Run">Reads the batch with the whole pattern.</param>
/// <param name="Calls">The calls it makes.</param>
/// <param name="Paths">The chains of calls, as indices, in which each call waits for the one before it.</param>
public sealed record Pattern(string Name, Func<Task<int[]>> Run, IReadOnlyList<ServiceCall> Calls, IReadOnlyList<int[]> Paths)
{
    /// <summary>The paths of a pattern whose calls wait for one another.</summary>
    public static int[][] OneAfterAnother(int calls) => [[.. Enumerable.Range(0, calls)]];

    /// <summary>The paths of a pattern whose calls wait for none.</summary>
    public static int[][] AllAtOnce(int calls) => [.. Enumerable.Range(0, calls).Select(call => new[] { call })];
}
