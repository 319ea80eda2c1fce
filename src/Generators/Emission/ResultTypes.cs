using Pipeline.Generators.Models;

namespace Pipeline.Generators.Emission;

/// <summary>What the members of a proxy return for an API.</summary>
internal static class ResultTypes
{
    /// <summary>On the sync view: the bare value.</summary>
    public static string OnSyncView(ApiModel api) => api switch
    {
        { ResultType: null } => "void",
        { Shape: ResultShape.Enumerable or ResultShape.AsyncEnumerable } =>
            $"{RuntimeNames.Enumerable}<{api.ResultType}>",
        _ => api.ResultType,
    };

    /// <summary>On the async view: a task or an async stream.</summary>
    public static string OnAsyncView(ApiModel api) => api switch
    {
        { ResultType: null } => RuntimeNames.Task,
        { Shape: ResultShape.Enumerable or ResultShape.AsyncEnumerable } =>
            $"{RuntimeNames.AsyncEnumerable}<{api.ResultType}>",
        _ => $"{RuntimeNames.Task}<{api.ResultType}>",
    };

    public static bool IsStream(ApiModel api) => api.Shape is ResultShape.Enumerable or ResultShape.AsyncEnumerable;

    /// <summary>The type argument a failed call needs.</summary>
    public static string TypeArgument(ApiModel api) => api.ResultType is null ? "" : $"<{api.ResultType}>";
}
