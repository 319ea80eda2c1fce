using Pipeline.Generators.Models;

namespace Pipeline.Generators.Emission;

/// <summary>
/// Writes <c>X.Proxy.Async</c>. It runs the proxy's sync members on the pool, through code that no mock intercepts, unless a view
/// derived from it says otherwise.
/// </summary>
internal static class AsyncViewEmitter
{
    public static void Emit(SourceWriter writer, ServiceModel service, EndpointNames endpoints)
    {
        writer.Separate();
        writer.Write(
            $"""
            /// <summary>Calls <see cref="{service.DocumentationId}"/> without blocking.</summary>
            {ServiceEmitter.StepThrough}
            """);
        using (writer.Block($"public class Async : {RuntimeNames.CompilerServices}.ServiceProxyView"))
        {
            writer.Write(
                """
                /// <summary>For a view to pass to the proxy's constructor: it overrides what is not to run the sync member on the pool.</summary>
                protected internal Async()
                {
                }
                """);
            for (int index = 0; index < service.Apis.Count; index++)
            {
                var api = service.Apis[index];
                if (api.HasParams)
                    ApiMember.Write(writer, api, ParamsOverload(api));
                ApiMember.Write(writer, api, Member(api, endpoints[index]));
            }
        }
    }

    private static string ParamsOverload(ApiModel api) =>
        $"""
        public {ResultTypes.OnAsyncView(api)} {api.Name}({ParameterList.WithoutToken(api)}) =>
            this.{api.Name}({ParameterList.ArgumentsWithToken(api, RuntimeNames.CancellationToken + ".None")});
        """;

    private static string Member(ApiModel api, string endpoint)
    {
        string parameters = api.HasParams ? ParameterList.WithRequiredToken(api) : ParameterList.WithOptionalToken(api);
        return
            $"""
            public virtual {ResultTypes.OnAsyncView(api)} {api.Name}({parameters}) =>
                {RuntimeNames.ProxyCall}.{(ResultTypes.IsStream(api) ? "StreamAsync" : "InvokeAsync")}(this, {endpoint}, {PackedArguments.Value(api)}, {ParameterList.TokenName(api)});
            """;
    }
}
