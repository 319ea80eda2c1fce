using Pipeline.Generators.Models;

namespace Pipeline.Generators.Emission;

/// <summary>Writes <c>X.Proxy.Async</c>, whose members never throw: a failed call is a failed task or stream.</summary>
internal static class AsyncViewEmitter
{
    public static void Emit(SourceWriter writer, ServiceModel service)
    {
        string proxy = UniqueName.Choose("_proxy", service.Apis
            .SelectMany(static api => api.Parameters.Select(static parameter => parameter.Name).Append(api.Name)));
        writer.Separate();
        writer.Write($"/// <summary>Calls <see cref=\"{service.DocumentationId}\"/> without blocking.</summary>");
        using (writer.Block("public sealed class Async"))
        {
            writer.Write(
                $"""
                private readonly Proxy {proxy};

                internal Async(Proxy proxy) => {proxy} = proxy;
                """);
            foreach (var api in service.Apis)
            {
                if (api.HasParams)
                    EmitParams(writer, api);
                EmitMember(writer, service, api, proxy);
            }
        }
    }

    private static void EmitParams(SourceWriter writer, ApiModel api)
    {
        EmitDocumentation(writer, api);
        string arguments = ParameterList.ArgumentsWithToken(api, "global::System.Threading.CancellationToken.None");
        writer.Write($"public {ResultTypes.OnAsyncView(api)} {api.Name}({ParameterList.WithoutToken(api)}) => {api.Name}({arguments});");
    }

    private static void EmitMember(SourceWriter writer, ServiceModel service, ApiModel api, string proxy)
    {
        EmitDocumentation(writer, api);
        string parameters = api.HasParams ? ParameterList.WithRequiredToken(api) : ParameterList.WithOptionalToken(api);
        string exception = UniqueName.Choose("exception", api.Parameters.Select(static parameter => parameter.Name).Append(ParameterList.TokenName(api)));
        string call = $"{proxy}.{api.AsyncName}({ParameterList.ArgumentsWithToken(api)})";
        using (writer.Block($"public {ResultTypes.OnAsyncView(api)} {api.Name}({parameters})"))
        {
            writer.Write(ResultTypes.IsStream(api)
                ? $$"""
                try
                {
                    return {{call}};
                }
                catch (global::System.Exception {{exception}})
                {
                    return global::Pipeline.Generated.ProxyCall.FailedStream<{{api.ResultType}}>({{exception}});
                }
                """
                : $$"""
                try
                {
                    return {{call}} ?? global::Pipeline.Generated.ProxyCall.NullTask{{ResultTypes.TypeArgument(api)}}("{{service.DisplayName}}.{{api.Name}}");
                }
                catch (global::System.Exception {{exception}})
                {
                    return global::Pipeline.Generated.ProxyCall.Failed{{ResultTypes.TypeArgument(api)}}({{exception}});
                }
                """);
        }
    }

    private static void EmitDocumentation(SourceWriter writer, ApiModel api)
    {
        writer.Separate();
        writer.Write($"/// <inheritdoc cref=\"{api.DocumentationId}\"/>");
        foreach (string attribute in api.Attributes)
            writer.Write(attribute);
    }
}
