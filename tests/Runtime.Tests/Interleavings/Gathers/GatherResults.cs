using System.Runtime.CompilerServices;

namespace Pipeline.Runtime.Tests.Interleavings;

/// <summary>What a gather returned, whatever its overload.</summary>
internal static class GatherResults
{
    /// <summary>The results in their order; null where the overload has none of that type.</summary>
    public static IReadOnlyList<T>? Of<T>(Task gathered) => gathered switch
    {
        Task<T> one => [one.Result],
        Task<T[]> list => list.Result,
        Task<(T, T)> two => Items<T>(two.Result),
        Task<(T, T, T)> three => Items<T>(three.Result),
        Task<(T, T, T, T, T, T, T, T)> eight => Items<T>(eight.Result),
        _ => null,
    };

    private static T[] Items<T>(ITuple tuple) => [.. Enumerable.Range(0, tuple.Length).Select(place => (T)tuple[place]!)];
}
