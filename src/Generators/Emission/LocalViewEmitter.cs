using Pipeline.Generators.Models;

namespace Pipeline.Generators.Emission;

/// <summary>
/// Writes the async view of an instance in this process: APIs that are async themselves are called directly. Sync ones stay as
/// they are: run on the pool.
/// </summary>
internal sealed class LocalViewEmitter(ServiceModel service, EndpointNames endpoints, string name, string instance)
{
    public static bool IsDirect(ApiModel api) => api.Shape is not (ResultShape.Void or ResultShape.Value or ResultShape.Enumerable);

    public void Emit(SourceWriter writer)
    {
        writer.Separate();
        writer.Write(ServiceEmitter.StepThrough);
        using (writer.Block($"private sealed class {name} : Async"))
        {
            writer.Write($"private readonly {service.FullName} {instance};");
            writer.Separate();
            writer.Write($"public {name}({service.FullName} service) => {instance} = service;");
            for (int index = 0; index < service.Apis.Count; index++)
            {
                var api = service.Apis[index];
                if (IsDirect(api))
                    ApiMember.WriteOverride(writer, api, Member(api, endpoints[index]));
            }
        }
    }

    private string Member(ApiModel api, string endpoint)
    {
        string header = $"public override {ResultTypes.OnAsyncView(api)} {api.Name}({ParameterList.WithRequiredToken(api)})";
        string token = ParameterList.TokenName(api);
        string path = ParameterList.Unique("path", api);
        string passed = $"{endpoint}, {PackedArguments.Value(api)}, {token}";
        return api switch
        {
            { Shape: ResultShape.AsyncEnumerable } =>
                $$"""
                {{header}} =>
                    {{RuntimeNames.CallPath}}.Of(this) is { } {{path}}
                        ? {{path}}.StreamAsync({{passed}})
                        : {{Stream(api, token)}};
                """,
            { IsAsync: true, Token: not null } =>
                $$"""
                {{header}} =>
                    {{RuntimeNames.CallPath}}.Of(this) is { } {{path}}
                        ? {{path}}.InvokeAsync({{passed}})
                        : {{ServiceTask(api)}};
                """,
            _ => Guarded(api, header, path, passed, token),
        };
    }

    /// <summary>The call, whose failure to start is a failed task.</summary>
    private string Guarded(ApiModel api, string header, string path, string passed, string token)
    {
        string exception = ParameterList.Unique("exception", api);
        return
            $$"""
            {{header}}
            {
                if ({{RuntimeNames.CallPath}}.Of(this) is { } {{path}})
                    return {{path}}.InvokeAsync({{passed}});
            {{(api.Token is null ? RefuseCanceled(api, token) : "")}}
                try
                {
                    return {{Task(api, token)}};
                }
                catch (global::System.Exception {{exception}})
                {
                    return {{RuntimeNames.ProxyCall}}.Failed{{ResultTypes.TypeArgument(api)}}({{exception}});
                }
            }
            """;
    }

    /// <summary>An API that takes no token cannot see that its call is canceled already.</summary>
    private static string RefuseCanceled(ApiModel api, string token) =>
        $"""
            if ({token}.IsCancellationRequested)
                return {RuntimeNames.Task}.FromCanceled{ResultTypes.TypeArgument(api)}({token});

        """;

    /// <summary>The service's own task; one that gives up waiting where the service cannot be told to stop.</summary>
    private string Task(ApiModel api, string token)
    {
        string task = ServiceTask(api);
        if (api.Token is null)
            task = $"{RuntimeNames.ProxyCall}.Abandonable({task}, {token})";
        bool canBeNull = !api.IsAsync && !api.HasScope && api.Shape is ResultShape.Task or ResultShape.TaskOfValue;
        return canBeNull ? $"{task} ?? {NullTask(api)}" : task;
    }

    private string ServiceTask(ApiModel api) =>
        Forward.InScope(api, "InScopeAsync", Forward.AsTask(api, Forward.Call(api, instance)));

    private string NullTask(ApiModel api) =>
        $"{RuntimeNames.ProxyCall}.NullTask{ResultTypes.TypeArgument(api)}({Literal.Of($"{service.DisplayName}.{api.Name.TrimStart('@')}")})";

    private string Stream(ApiModel api, string token)
    {
        string inner = ParameterList.Unique("token", api);
        string stream = Forward.InScope(api, "StreamInScopeAsync", Forward.Call(api, instance, inner), inner);
        if (api.Token is null)
            stream = $"{RuntimeNames.ProxyCall}.Abandonable({stream}, {inner})";
        return $"{RuntimeNames.ProxyCall}.Stream({inner} => {stream}, {token})";
    }
}
