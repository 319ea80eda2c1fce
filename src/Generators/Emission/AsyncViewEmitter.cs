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
                    ApiMember.Write(writer, api, ParamsOverload(api));
                ApiMember.Write(writer, api, ResultTypes.IsStream(api) ? Stream(api, proxy) : Task(service, api, proxy));
            }
        }
    }

    private static string ParamsOverload(ApiModel api) =>
        $"""
        {EffectAttribute.Of(api)}public {ResultTypes.OnAsyncView(api)} {api.Name}({ParameterList.WithoutToken(api)}) =>
            this.{api.Name}({ParameterList.ArgumentsWithToken(api, RuntimeNames.CancellationToken + ".None")});
        """;

    private static string Task(ServiceModel service, ApiModel api, string proxy)
    {
        string exception = ExceptionName(api);
        return
            $$"""
            {{EffectAttribute.Of(api)}}public {{ResultTypes.OnAsyncView(api)}} {{api.Name}}({{Parameters(api)}})
            {
                try
                {
                    return {{Call(api, proxy)}} ?? {{RuntimeNames.ProxyCall}}.NullTask{{ResultTypes.TypeArgument(api)}}({{Literal.Of($"{service.DisplayName}.{api.Name.TrimStart('@')}")}});
                }
                catch (global::System.Exception {{exception}})
                {
                    return {{RuntimeNames.ProxyCall}}.Failed{{ResultTypes.TypeArgument(api)}}({{exception}});
                }
            }
            """;
    }

    private static string Stream(ApiModel api, string proxy)
    {
        string exception = ExceptionName(api);
        return
            $$"""
            {{EffectAttribute.Of(api)}}public {{ResultTypes.OnAsyncView(api)}} {{api.Name}}({{Parameters(api)}})
            {
                try
                {
                    return {{Call(api, proxy)}};
                }
                catch (global::System.Exception {{exception}})
                {
                    return {{RuntimeNames.ProxyCall}}.FailedStream<{{api.ResultType}}>({{exception}});
                }
            }
            """;
    }

    private static string Parameters(ApiModel api) =>
        api.HasParams ? ParameterList.WithRequiredToken(api) : ParameterList.WithOptionalToken(api);

    private static string Call(ApiModel api, string proxy) => $"{proxy}.{api.AsyncName}({ParameterList.ArgumentsWithToken(api)})";

    private static string ExceptionName(ApiModel api) => UniqueName.Choose(
        "exception", api.Parameters.Select(static parameter => parameter.Name).Append(ParameterList.TokenName(api)));
}
