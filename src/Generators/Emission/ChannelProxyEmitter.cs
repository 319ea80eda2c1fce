using Pipeline.Generators.Models;

namespace Pipeline.Generators.Emission;

/// <summary>Writes the proxy that hands each call to a channel: arguments packed in a value tuple, with the API's endpoint.</summary>
internal sealed class ChannelProxyEmitter
{
    private readonly ServiceModel _service;
    private readonly string _channel;
    private readonly string _view;

    private ChannelProxyEmitter(ServiceModel service)
    {
        var names = service.Apis.SelectMany(static api => new[] { api.Name, api.AsyncName }).ToArray();
        _service = service;
        _channel = UniqueName.Choose("channel", names.Concat(service.Apis.SelectMany(static api => api.Parameters).Select(static parameter => parameter.Name)));
        _view = UniqueName.Choose("ChannelAsync", names);
    }

    public static void Emit(SourceWriter writer, ServiceModel service)
    {
        if (!service.Apis.IsEmpty)
            new ChannelProxyEmitter(service).Emit(writer);
    }

    private void Emit(SourceWriter writer)
    {
        var endpoints = new EndpointEmitter(_service);
        writer.Separate();
        foreach (string attribute in endpoints.Attributes)
            writer.Write(attribute);
        writer.Write(ServiceEmitter.GeneratedCode);
        using (writer.Block($"private sealed class {_service.ChannelProxyName} : Proxy"))
        {
            endpoints.Emit(writer);
            EmitConstructor(writer);
            for (int index = 0; index < _service.Apis.Count; index++)
                ApiMember.WriteOverride(writer, _service.Apis[index], SyncMember(_service.Apis[index], endpoints.NameOf(index)));
            EmitView(writer, endpoints);
        }
    }

    private void EmitConstructor(SourceWriter writer)
    {
        writer.Separate();
        writer.Write($"private readonly {RuntimeNames.ServiceChannel} {_channel};");
        writer.Separate();
        using (writer.Block($"public {_service.ChannelProxyName}({RuntimeNames.ServiceChannel} {_channel})"))
        {
            writer.Write(
                $"""
                this.{_channel} = {_channel};
                ToAsync = new {_view}(this, {_channel});
                """);
        }
    }

    private void EmitView(SourceWriter writer, EndpointEmitter endpoints)
    {
        writer.Separate();
        using (writer.Block($"private sealed class {_view}(Proxy proxy, {RuntimeNames.ServiceChannel} {_channel}) : Async(proxy)"))
        {
            for (int index = 0; index < _service.Apis.Count; index++)
                ApiMember.WriteOverride(writer, _service.Apis[index], AsyncMember(_service.Apis[index], endpoints.NameOf(index)));
        }
    }

    private string SyncMember(ApiModel api, string endpoint) =>
        $"""
        public override {ResultTypes.OnSyncView(api)} {api.Name}({ParameterList.Plain(api)}) =>
            {_channel}.{(ResultTypes.IsStream(api) ? "Stream" : "Invoke")}({endpoint}, {PackedArguments.Value(api)}, {api.Token?.Name ?? "default"});
        """;

    private string AsyncMember(ApiModel api, string endpoint) =>
        $"""
        public override {ResultTypes.OnAsyncView(api)} {api.Name}({ParameterList.WithRequiredToken(api)}) =>
            {_channel}.{(ResultTypes.IsStream(api) ? "StreamAsync" : "InvokeAsync")}({endpoint}, {PackedArguments.Value(api)}, {ParameterList.TokenName(api)});
        """;
}
