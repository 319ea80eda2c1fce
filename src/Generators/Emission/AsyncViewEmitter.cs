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
        using (writer.Block("public class Async"))
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
                ApiMember.Write(writer, api, Member(service, api, proxy));
            }
        }
    }

    private static string ParamsOverload(ApiModel api) =>
        $"""
        public {ResultTypes.OnAsyncView(api)} {api.Name}({ParameterList.WithoutToken(api)}) =>
            this.{api.Name}({ParameterList.ArgumentsWithToken(api, RuntimeNames.CancellationToken + ".None")});
        """;

    private static string Member(ServiceModel service, ApiModel api, string proxy)
    {
        string parameters = api.HasParams ? ParameterList.WithRequiredToken(api) : ParameterList.WithOptionalToken(api);
        string call = $"{proxy}.{api.AsyncName}({ParameterList.ArgumentsWithToken(api)})";
        return SafeCall.Write(
            api,
            $"public virtual {ResultTypes.OnAsyncView(api)} {api.Name}({parameters})",
            ResultTypes.IsStream(api) ? call : SafeCall.OrNullTask(service, api, call));
    }
}
