using Microsoft.CodeAnalysis;

namespace Pipeline.Contract;

/// <summary>What a task is: asked here and nowhere else.</summary>
internal static class TaskTypes
{
    /// <summary>Whether the type is a <c>Task</c> or a <c>ValueTask</c>, with a result or without one.</summary>
    public static bool IsTask(this ITypeSymbol? type) => type is INamedTypeSymbol
    {
        Name: "Task" or "ValueTask",
        ContainingType: null,
        ContainingNamespace:
        {
            Name: "Tasks",
            ContainingNamespace:
            {
                Name: "Threading",
                ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true }
            },
        },
    };

    /// <summary>Whether the type is a <c>Task</c>, which may be awaited more than once.</summary>
    public static bool IsReferenceTask(this ITypeSymbol? type) => type is { IsReferenceType: true } && type.IsTask();

    /// <summary>Whether the type is a task that ends without a result.</summary>
    public static bool IsTaskWithoutResult(this ITypeSymbol? type) => type is INamedTypeSymbol { Arity: 0 } && type.IsTask();

    /// <summary>The result of a task that has one; any other type as it is.</summary>
    public static ITypeSymbol ResultOrSelf(this ITypeSymbol type) =>
        type is INamedTypeSymbol { TypeArguments: [var result] } && type.IsTask() ? result : type;

    /// <summary>Whether the type is an <c>IAsyncEnumerable</c>.</summary>
    public static bool IsAsyncStream(this ITypeSymbol? type) =>
        type is INamedTypeSymbol { Arity: 1 } named && named.HasFullName(WellKnownNames.AsyncEnumerable);
}
