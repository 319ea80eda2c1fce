using Pipeline.Generators.Models;

namespace Pipeline.Generators.Emission;

internal static partial class LocalProxyEmitter
{
    private static string SyncFromStream(ApiModel api, string instance)
    {
        var call = new CapturedCall(instance, "Service", api.DataParameters);
        return
            $"""
            {SyncHeader(api)}
                {RuntimeNames.ProxyCall}.Enumerate({call.State}, static {CapturedCall.StreamLambda} => {StreamCall(api, call)}, {api.Token?.Name ?? "default"});
            """;
    }

    private static string AsyncFromStream(ApiModel api, string instance)
    {
        var call = new CapturedCall(instance, "Service", api.DataParameters);
        string stream = api.Token is null ? $"{RuntimeNames.ProxyCall}.Abandonable({StreamCall(api, call)}, token)" : StreamCall(api, call);
        return
            $"""
            {AsyncHeader(api)}
                {RuntimeNames.ProxyCall}.Stream({call.State}, static {CapturedCall.StreamLambda} => {stream}, {ParameterList.TokenName(api)});
            """;
    }

    private static string StreamCall(ApiModel api, CapturedCall call) => Forward.Call(api, call.Receiver, call.StreamArgument);
}
