using Pipeline.Generators.Models;

namespace Pipeline.Generators.Emission;

internal static partial class LocalProxyEmitter
{
    private static string SyncFromTask(ApiModel api, string instance)
    {
        var call = new CapturedCall(instance, "Service", api.Parameters);
        return
            $"""
            {SyncHeader(api)}
                {RuntimeNames.ProxyCall}.Wait({call.State}, static {CapturedCall.Lambda} => {AsTask(api, Forward.Call(api, call.Receiver, call.Argument))});
            """;
    }

    private static string AsyncFromTask(ApiModel api, string instance)
    {
        string task = AsTask(api, DirectCall(api, instance));
        if (api.Token is not null)
        {
            return
                $"""
                {AsyncHeader(api)}
                    {task};
                """;
        }

        // A call that is canceled already must not start.
        string token = ParameterList.TokenName(api);
        return
            $"""
            {AsyncHeader(api)}
                {token}.IsCancellationRequested
                    ? {RuntimeNames.Task}.FromCanceled{ResultTypes.TypeArgument(api)}({token})
                    : {RuntimeNames.ProxyCall}.Abandonable({task}, {token});
            """;
    }

    private static string AsTask(ApiModel api, string call) =>
        api.Shape is ResultShape.ValueTask or ResultShape.ValueTaskOfValue ? call + ".AsTask()" : call;
}
