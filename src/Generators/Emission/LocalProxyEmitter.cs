using Pipeline.Generators.Models;

namespace Pipeline.Generators.Emission;

/// <summary>Writes the proxy that calls an instance in this process, and holds the definition.</summary>
internal static partial class LocalProxyEmitter
{
    public static void Emit(SourceWriter writer, ServiceModel service, ActivationModel activation)
    {
        string instance = UniqueName.Choose("service", service.Apis
            .SelectMany(static api => api.Parameters.Select(static parameter => parameter.Name).Append(api.Name)));
        writer.Separate();
        if (activation.IsObsolete)
            writer.Write("[global::System.Obsolete]");
        writer.Write(ServiceEmitter.GeneratedCode);
        using (writer.Block(service.Apis.IsEmpty
            ? $"private sealed class {service.LocalProxyName} : Proxy"
            : $"private sealed class {service.LocalProxyName}({service.FullName} {instance}) : Proxy"))
        {
            DefinitionEmitter.EmitField(writer, service, activation);
            foreach (var api in service.Apis)
                EmitApi(writer, api, instance);
        }
    }

    private static void EmitApi(SourceWriter writer, ApiModel api, string instance)
    {
        switch (api.Shape)
        {
            // The default behind the async view runs the sync member on the pool: nothing to add.
            case ResultShape.Void or ResultShape.Value or ResultShape.Enumerable:
                ApiMember.WriteOverride(writer, api, SyncHeader(api) + $"\n    {DirectCall(api, instance)};");
                break;
            case ResultShape.AsyncEnumerable:
                ApiMember.WriteOverride(writer, api, SyncFromStream(api, instance));
                ApiMember.WriteOverride(writer, api, AsyncFromStream(api, instance));
                break;
            default:
                ApiMember.WriteOverride(writer, api, SyncFromTask(api, instance));
                ApiMember.WriteOverride(writer, api, AsyncFromTask(api, instance));
                break;
        }
    }

    private static string SyncHeader(ApiModel api) =>
        $"public override {ResultTypes.OnSyncView(api)} {api.Name}({ParameterList.Plain(api)}) =>";

    private static string AsyncHeader(ApiModel api) =>
        $"protected override {ResultTypes.OnAsyncView(api)} {api.AsyncName}({ParameterList.WithRequiredToken(api)}) =>";

    private static string DirectCall(ApiModel api, string instance) =>
        Forward.Call(api, instance, static parameter => Forward.Argument(parameter, parameter.Name));
}
