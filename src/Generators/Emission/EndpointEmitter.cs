using Pipeline.Generators.Models;

namespace Pipeline.Generators.Emission;

/// <summary>Writes each API's endpoint: its types, and how a proxy is called with arguments that have been packed.</summary>
internal static class EndpointEmitter
{
    /// <summary>What only callers may do who say so themselves, and what a trimmer says of it.</summary>
    private static readonly (string Attribute, string Category, string Id)[] Requirements =
    [
        ("RequiresUnreferencedCode", "Trimming", "IL2026"),
        ("RequiresDynamicCode", "AOT", "IL3050"),
        ("RequiresAssemblyFiles", "SingleFile", "IL3002"),
    ];

    public static void Emit(SourceWriter writer, ServiceModel service, EndpointNames names)
    {
        if (service.Apis.IsEmpty)
            return;

        writer.Separate();
        writer.Write("/// <summary>How each API is called, for whatever lies between a caller and the service.</summary>");
        foreach (string attribute in Attributes(service))
            writer.Write(attribute);
        writer.Write(ServiceEmitter.GeneratedCode);
        writer.Write(ServiceEmitter.StepThrough);
        using (writer.Block($"private static class {service.EndpointsName}"))
        {
            for (int index = 0; index < service.Apis.Count; index++)
                Emit(writer, service.Apis[index], names.Fields[index], index);
            writer.Separate();
            writer.Write($"public static readonly {RuntimeNames.Transports}.Endpoint[] {EndpointNames.All} = [{ParameterList.Join(names.Fields)}];");
        }
    }

    /// <summary>What lets the endpoints, which no caller sees, call what callers are warned about.</summary>
    private static IEnumerable<string> Attributes(ServiceModel service)
    {
        var told = service.Apis.SelectMany(static api => api.Attributes).ToArray();
        if (told.Any(static attribute => attribute.StartsWith("[global::System.Obsolete", StringComparison.Ordinal)))
            yield return "[global::System.Obsolete]";
        foreach (var (attribute, category, id) in Requirements)
        {
            if (told.Any(text => text.Contains(attribute)))
                yield return $"[global::System.Diagnostics.CodeAnalysis.UnconditionalSuppressMessage(\"{category}\", \"{id}\", Justification = \"Callers are told.\")]";
        }
    }

    private static void Emit(SourceWriter writer, ApiModel api, string name, int index)
    {
        const string Lambda = "static (proxy, args, token) =>";
        string takesToken = api.Token is null ? "false" : "true";
        string suffix = ResultTypes.IsStream(api) ? "stream" : "invoke";
        writer.Separate();
        if (api.IsOblivious)
            writer.Write("#nullable disable annotations");
        writer.Write(
            $"""
            public static readonly {RuntimeNames.Transports}.{Type(api)} {name} = {Creation(api)}(
                api: {index},
                takesToken: {takesToken},
                {suffix}: {Lambda} proxy.{api.Name}({PackedArguments.Unpack(api, "args", "token")}),
                {suffix}Async: {Lambda} proxy.ToAsync.{api.Name}({PackedArguments.UnpackWithToken(api, "args", "token")}){ParameterEmitter.Argument(api)});
            """);
        if (api.IsOblivious)
            writer.Write("#nullable enable annotations");
    }

    private static string Creation(ApiModel api) => api.ResultType is null
        ? $"{RuntimeNames.Transports}.Endpoint.WithoutResult<Proxy, {PackedArguments.Type(api)}>"
        : "new";

    private static string Type(ApiModel api) => api switch
    {
        { ResultType: null } => $"CallEndpoint<Proxy, {PackedArguments.Type(api)}, {RuntimeNames.Transports}.NoResult>",
        _ when ResultTypes.IsStream(api) => $"StreamEndpoint<Proxy, {PackedArguments.Type(api)}, {api.ResultType}>",
        _ => $"CallEndpoint<Proxy, {PackedArguments.Type(api)}, {api.ResultType}>",
    };
}
