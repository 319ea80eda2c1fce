using Pipeline.Generators.Models;

namespace Pipeline.Generators.Emission;

/// <summary>Spells a member of the async view: the call, whose failure to start is a failed task or stream.</summary>
internal static class SafeCall
{
    public static string Write(ApiModel api, string header, string call, string guard = "")
    {
        string exception = UniqueName.Choose(
            "exception", api.Parameters.Select(static parameter => parameter.Name).Append(ParameterList.TokenName(api)));
        return
            $$"""
            {{header}}
            {
            {{guard}}    try
                {
                    return {{call}};
                }
                catch (global::System.Exception {{exception}})
                {
                    return {{RuntimeNames.ProxyCall}}.{{Failed(api)}}({{exception}});
                }
            }
            """;
    }

    /// <summary>The task, or a failed one that names the API where there is none.</summary>
    public static string OrNullTask(ServiceModel service, ApiModel api, string task) =>
        $"{task} ?? {RuntimeNames.ProxyCall}.NullTask{ResultTypes.TypeArgument(api)}({Literal.Of($"{service.DisplayName}.{api.Name.TrimStart('@')}")})";

    private static string Failed(ApiModel api) =>
        ResultTypes.IsStream(api) ? $"FailedStream<{api.ResultType}>" : "Failed" + ResultTypes.TypeArgument(api);
}
