using Pipeline.Generators.Models;

namespace Pipeline.Generators.Emission;

/// <summary>
/// Writes the async view of an instance in this process: APIs that are async themselves are called directly, without a hop
/// over the proxy. Sync ones stay as they are: run on the pool.
/// </summary>
internal sealed class LocalViewEmitter(ServiceModel service, string instance)
{
    private readonly string _name = UniqueName.Choose(
        "LocalAsync", service.Apis.Select(static api => api.Name).Concat(service.Apis.Select(static api => api.AsyncName)));

    public string Creation => $"new {_name}(this, {instance})";

    public static bool IsDirect(ApiModel api) => api.Shape is not (ResultShape.Void or ResultShape.Value or ResultShape.Enumerable);

    public void Emit(SourceWriter writer)
    {
        writer.Separate();
        using (writer.Block($"private sealed class {_name}(Proxy proxy, {service.FullName} {instance}) : Async(proxy)"))
        {
            foreach (var api in service.Apis.Where(IsDirect))
                ApiMember.WriteOverride(writer, api, Member(api));
        }
    }

    private string Member(ApiModel api)
    {
        string header = $"public override {ResultTypes.OnAsyncView(api)} {api.Name}({ParameterList.WithRequiredToken(api)})";
        string call = api.Shape is ResultShape.AsyncEnumerable ? StreamCall(api) : TaskCall(api);
        if (api is { IsAsync: true, Token: not null, Shape: not ResultShape.AsyncEnumerable })
            return $"{header} =>\n    {call};";

        return SafeCall.Write(api, header, call, CanStartCanceled(api) ? RefuseCanceled(api) : "");
    }

    private string StreamCall(ApiModel api)
    {
        var call = new CapturedCall(instance, "Service", api.DataParameters);
        string stream = Forward.Stream(api, call);
        if (api.Token is null)
            stream = $"{RuntimeNames.ProxyCall}.Abandonable({stream}, token)";
        return $"{RuntimeNames.ProxyCall}.Stream({call.State}, static {CapturedCall.StreamLambda} => {stream}, {ParameterList.TokenName(api)})";
    }

    private string TaskCall(ApiModel api)
    {
        string task = Forward.AsTask(api, Forward.Direct(api, instance));
        if (api.Token is null)
            task = $"{RuntimeNames.ProxyCall}.Abandonable({task}, {ParameterList.TokenName(api)})";
        bool canBeNull = !api.IsAsync && api.Shape is (ResultShape.Task or ResultShape.TaskOfValue);
        return canBeNull ? SafeCall.OrNullTask(service, api, task) : task;
    }

    // An API that takes no token cannot see that its call is canceled already.
    private static bool CanStartCanceled(ApiModel api) => api.Token is null && api.Shape is not ResultShape.AsyncEnumerable;

    private static string RefuseCanceled(ApiModel api)
    {
        string token = ParameterList.TokenName(api);
        return
            $"""
                if ({token}.IsCancellationRequested)
                    return {RuntimeNames.Task}.FromCanceled{ResultTypes.TypeArgument(api)}({token});


            """;
    }
}
