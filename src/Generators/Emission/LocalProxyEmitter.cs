using Pipeline.Generators.Models;

namespace Pipeline.Generators.Emission;

/// <summary>Writes the proxy that calls an instance in this process, and holds the definition.</summary>
internal static class LocalProxyEmitter
{
    public static void Emit(SourceWriter writer, ServiceModel service, ActivationModel activation)
    {
        string instance = UniqueName.Choose("service", service.Apis
            .SelectMany(static api => api.Parameters.Select(static parameter => parameter.Name).Append(api.Name)));
        writer.Separate();
        if (activation.IsObsolete)
            writer.Write("[global::System.Obsolete]");
        writer.Write(ServiceEmitter.GeneratedCode);
        using (writer.Block($"private sealed class {service.LocalProxyName} : Proxy"))
        {
            DefinitionEmitter.EmitField(writer, service, activation);
            if (service.Apis.IsEmpty)
                return;

            LocalViewEmitter? view = service.Apis.Any(LocalViewEmitter.IsDirect) ? new(service, instance) : null;
            EmitConstructor(writer, service, instance, view);
            foreach (var api in service.Apis)
                ApiMember.WriteOverride(writer, api, SyncMember(api, instance));
            view?.Emit(writer);
        }
    }

    private static void EmitConstructor(SourceWriter writer, ServiceModel service, string instance, LocalViewEmitter? view)
    {
        writer.Separate();
        writer.Write($"private readonly {service.FullName} {instance};");
        writer.Separate();
        using (writer.Block($"public {service.LocalProxyName}({service.FullName} {instance})"))
        {
            writer.Write($"this.{instance} = {instance};");
            if (view is not null)
                writer.Write($"ToAsync = {view.Creation};");
        }
    }

    private static string SyncMember(ApiModel api, string instance) => api.Shape switch
    {
        ResultShape.Void or ResultShape.Value or ResultShape.Enumerable =>
            $"{SyncHeader(api)}\n    {Forward.Direct(api, instance)};",
        ResultShape.AsyncEnumerable => SyncFromStream(api, instance),
        _ => SyncFromTask(api, instance),
    };

    private static string SyncFromStream(ApiModel api, string instance)
    {
        var call = new CapturedCall(instance, "Service", api.DataParameters);
        return
            $"""
            {SyncHeader(api)}
                {RuntimeNames.ProxyCall}.Enumerate({call.State}, static {CapturedCall.StreamLambda} => {Forward.Stream(api, call)}, {api.Token?.Name ?? "default"});
            """;
    }

    private static string SyncFromTask(ApiModel api, string instance)
    {
        var call = new CapturedCall(instance, "Service", api.Parameters);
        return
            $"""
            {SyncHeader(api)}
                {RuntimeNames.ProxyCall}.Wait({call.State}, static {CapturedCall.Lambda} => {Forward.AsTask(api, Forward.Call(api, call.Receiver, call.Argument))});
            """;
    }

    private static string SyncHeader(ApiModel api) =>
        $"public override {ResultTypes.OnSyncView(api)} {api.Name}({ParameterList.Plain(api)}) =>";
}
