using Pipeline.Generators.Models;

namespace Pipeline.Generators.Emission;

/// <summary>Writes the proxy that calls an instance in this process, and holds the definition.</summary>
internal static class LocalProxyEmitter
{
    private const string ProxyCall = "global::Pipeline.Generated.ProxyCall";

    public static void Emit(SourceWriter writer, ServiceModel service, ActivationModel activation)
    {
        string instance = UniqueName.Choose("service", service.Apis
            .SelectMany(static api => api.Parameters.Select(static parameter => parameter.Name).Append(api.Name)));
        writer.Separate();
        writer.Write(ServiceEmitter.GeneratedCode);
        using (writer.Block(service.Apis.IsEmpty
            ? $"private sealed class {service.LocalProxyName} : Proxy"
            : $"private sealed class {service.LocalProxyName}({service.FullName} {instance}) : Proxy"))
        {
            DefinitionEmitter.EmitField(writer, service, activation);
            foreach (var api in service.Apis)
            {
                EmitSync(writer, api, instance);
                if (api.Shape is ResultShape.AsyncEnumerable)
                    EmitStream(writer, api, instance);
                else if (ResultTypes.IsAsync(api))
                    EmitTask(writer, api, instance);
            }
        }
    }

    private static void EmitSync(SourceWriter writer, ApiModel api, string instance)
    {
        writer.Separate();
        foreach (string attribute in api.Attributes)
            writer.Write(attribute);
        string header = $"public override {ResultTypes.OnSyncView(api)} {api.Name}({ParameterList.Plain(api)}) =>";
        if (api.Shape is ResultShape.AsyncEnumerable)
        {
            var call = new CapturedCall(instance, "Service", api.DataParameters);
            writer.Write(
                $"""
                {header}
                    {ProxyCall}.Enumerate({call.State}, static ({CapturedCall.Lambda}, token) => {StreamCall(api, call)}, {api.Token?.Name ?? "default"});
                """);
        }
        else if (ResultTypes.IsAsync(api))
        {
            var call = new CapturedCall(instance, "Service", api.Parameters);
            writer.Write(
                $"""
                {header}
                    {ProxyCall}.Wait({call.State}, static {CapturedCall.Lambda} => {Forward.AsTask(api, Forward.Call(api, call.Receiver, call.Argument))});
                """);
        }
        else
        {
            writer.Write(
                $"""
                {header}
                    {DirectCall(api, instance)};
                """);
        }
    }

    private static void EmitTask(SourceWriter writer, ApiModel api, string instance)
    {
        string call = Forward.AsTask(api, DirectCall(api, instance));
        EmitAsyncHeader(writer, api);
        writer.Write(api.Token is null
            ? $"    {ProxyCall}.Abandonable({call}, {ParameterList.TokenName(api)});"
            : $"    {call};");
    }

    private static void EmitStream(SourceWriter writer, ApiModel api, string instance)
    {
        var call = new CapturedCall(instance, "Service", api.DataParameters);
        EmitAsyncHeader(writer, api);
        writer.Write($"    {ProxyCall}.Stream({call.State}, static ({CapturedCall.Lambda}, token) => {AbandonableStreamCall(api, call)}, {ParameterList.TokenName(api)});");
    }

    private static void EmitAsyncHeader(SourceWriter writer, ApiModel api)
    {
        writer.Separate();
        foreach (string attribute in api.Attributes)
            writer.Write(attribute);
        writer.Write($"protected override {ResultTypes.OnAsyncView(api)} {api.AsyncName}({ParameterList.WithRequiredToken(api)}) =>");
    }

    private static string DirectCall(ApiModel api, string instance) =>
        Forward.Call(api, instance, static parameter => Forward.Argument(parameter, parameter.Name));

    private static string StreamCall(ApiModel api, CapturedCall call) =>
        Forward.Call(api, call.Receiver, parameter => parameter.IsToken ? "token" : call.Argument(parameter));

    private static string AbandonableStreamCall(ApiModel api, CapturedCall call) =>
        api.Token is null ? $"{ProxyCall}.Abandonable({StreamCall(api, call)}, token)" : StreamCall(api, call);
}
