using Pipeline.Generators.Models;

namespace Pipeline.Generators.Emission;

/// <summary>
/// Writes the proxy that calls an instance in this process or, where its calls have a path, hands them to that; and holds the
/// definition.
/// </summary>
internal sealed class LocalProxyEmitter
{
    private readonly ServiceModel _service;
    private readonly EndpointNames _endpoints;
    private readonly string _instance;
    private readonly string _view;

    private LocalProxyEmitter(ServiceModel service, EndpointNames endpoints)
    {
        var names = service.Apis.Select(static api => api.Name).ToArray();
        _service = service;
        _endpoints = endpoints;
        _instance = UniqueName.Choose("_service", names.Concat(ParameterList.Names(service)));
        _view = UniqueName.Choose("LocalAsync", names);
    }

    private bool HasView => _service.Apis.Any(LocalViewEmitter.IsDirect);

    public static void Emit(SourceWriter writer, ServiceModel service, ActivationModel activation, EndpointNames endpoints)
    {
        writer.Separate();
        if (activation.IsObsolete)
            writer.Write("[global::System.Obsolete]");
        writer.Write(ServiceEmitter.GeneratedCode);
        writer.Write(ServiceEmitter.StepThrough);
        using (writer.Block($"private sealed class {service.LocalProxyName} : Proxy"))
        {
            DefinitionEmitter.EmitField(writer, service, activation, endpoints);
            if (!service.Apis.IsEmpty)
                new LocalProxyEmitter(service, endpoints).EmitMembers(writer);
        }
    }

    private void EmitMembers(SourceWriter writer)
    {
        string type = _service.FullName;
        writer.Separate();
        writer.Write($"private readonly {type} {_instance};");
        writer.Separate();
        writer.Write(HasView
            ? $"public {_service.LocalProxyName}({type} service) : base(new {_view}(service)) => {_instance} = service;"
            : $"public {_service.LocalProxyName}({type} service) => {_instance} = service;");
        for (int index = 0; index < _service.Apis.Count; index++)
            ApiMember.WriteOverride(writer, _service.Apis[index], SyncMember(_service.Apis[index], _endpoints[index]));
        if (HasView)
            new LocalViewEmitter(_service, _endpoints, _view, _instance).Emit(writer);
    }

    private string SyncMember(ApiModel api, string endpoint)
    {
        string header = $"public override {ResultTypes.OnSyncView(api)} {api.Name}({ParameterList.Plain(api)})";
        string path = ParameterList.Unique("path", api);
        string passed = $"{endpoint}, {PackedArguments.Value(api)}, {api.Token?.Name ?? "cancellationToken: default"}";
        return api.Shape switch
        {
            ResultShape.Void =>
                $$"""
                {{header}}
                {
                    if ({{RuntimeNames.CallPath}}.Of(this) is { } {{path}})
                        {{path}}.Invoke({{passed}});
                    else
                        {{Forward.InScope(api, "InScope", Forward.Call(api, _instance))}};
                }
                """,
            ResultShape.Value or ResultShape.Enumerable =>
                $$"""
                {{header}} =>
                    {{RuntimeNames.CallPath}}.Of(this) is { } {{path}}
                        ? {{path}}.{{(ResultTypes.IsStream(api) ? "Stream" : "Invoke")}}({{passed}})
                        : {{Forward.InScope(api, ResultTypes.IsStream(api) ? "StreamInScope" : "InScope", Forward.Call(api, _instance))}};
                """,
            _ =>
                $"""
                {header} =>
                    {RuntimeNames.ProxyCall}.{(ResultTypes.IsStream(api) ? "Stream" : "Invoke")}(this, {passed});
                """,
        };
    }
}
