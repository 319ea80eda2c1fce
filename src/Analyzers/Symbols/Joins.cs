using Microsoft.CodeAnalysis;
using Pipeline.Contract;

namespace Pipeline.Analyzers.Symbols;

/// <summary>The methods that wait for several calls at once.</summary>
internal static class Joins
{
    /// <summary>Whether the method waits for all its tasks and throws if one of them fails: <c>Gather.All</c>, <c>Task.WhenAll</c>.</summary>
    public static bool WaitsForAll(IMethodSymbol method) => method.Name switch
    {
        "WhenAll" => IsTask(method.ContainingType),
        "All" => method.ContainingType.HasFullName(WellKnownNames.Gather),
        _ => false,
    };

    /// <summary>Whether the method takes tasks to run together, in whatever way it waits for them.</summary>
    public static bool TakesTasks(IMethodSymbol method) =>
        WaitsForAll(method) || (method.IsStatic && method.ContainingType.HasFullName(WellKnownNames.Gather));

    private static bool IsTask(INamedTypeSymbol type) =>
        type is { Name: "Task", Arity: 0, ContainingNamespace: { Name: "Tasks", ContainingNamespace.Name: "Threading" } };
}
