using Microsoft.CodeAnalysis;
using Pipeline.Contract;

namespace Pipeline.Analyzers.Symbols;

/// <summary>The methods that wait for several calls at once.</summary>
internal static class Joins
{
    /// <summary>Whether the method is one of <c>Gather</c>'s.</summary>
    public static bool IsGather(IMethodSymbol method) => method.IsStatic && method.ContainingType.HasFullName(WellKnownNames.Gather);

    /// <summary>Whether the method is <c>Gather.Settle</c>, which never throws.</summary>
    public static bool IsSettle(IMethodSymbol method) => method.Name is "Settle" && IsGather(method);

    /// <summary>Whether the method is <c>Gather.FailFast</c>, which starts its branches itself.</summary>
    public static bool IsFailFast(IMethodSymbol method) => method.Name is "FailFast" && IsGather(method);

    /// <summary>
    /// Whether the method waits for all its tasks and throws if one of them fails: <c>Gather.All</c>, <c>Task.WhenAll</c>.
    /// </summary>
    public static bool WaitsForAll(IMethodSymbol method) => IsWhenAll(method) || (method.Name is "All" && IsGather(method));

    /// <summary>Whether the method takes tasks to run together, in whatever way it waits for them.</summary>
    public static bool TakesTasks(IMethodSymbol method) => IsWhenAll(method) || IsGather(method);

    private static bool IsWhenAll(IMethodSymbol method) => method.Name is "WhenAll" && method.ContainingType.IsTaskWithoutResult();
}
