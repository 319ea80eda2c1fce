using Pipeline.Generators.Models;

namespace Pipeline.Generators.Emission;

/// <summary>Writes each API's endpoint: its types, and how a proxy is called with what came through a channel.</summary>
internal sealed class EndpointEmitter
{
    private const string List = "Endpoints";

    /// <summary>What only callers may do who say so themselves, and what a trimmer says of it.</summary>
    private static readonly (string Attribute, string Category, string Id)[] Requirements =
    [
        ("RequiresUnreferencedCode", "Trimming", "IL2026"),
        ("RequiresDynamicCode", "AOT", "IL3050"),
        ("RequiresAssemblyFiles", "SingleFile", "IL3002"),
    ];

    private readonly ServiceModel _service;
    private readonly List<string> _names = [];

    public EndpointEmitter(ServiceModel service)
    {
        _service = service;
        var taken = service.Apis.SelectMany(static api => new[] { api.Name, api.AsyncName }).Append(List).ToList();
        for (int index = 0; index < service.Apis.Count; index++)
        {
            _names.Add(UniqueName.Choose($"Api{index}", taken));
            taken.Add(_names[index]);
        }
    }

    /// <summary>What lets the endpoints, which no caller sees, call what callers are warned about.</summary>
    public IEnumerable<string> Attributes
    {
        get
        {
            var told = _service.Apis.SelectMany(static api => api.Attributes).ToArray();
            if (told.Any(static attribute => attribute.StartsWith("[global::System.Obsolete", StringComparison.Ordinal)))
                yield return "[global::System.Obsolete]";
            foreach (var (attribute, category, id) in Requirements)
            {
                if (told.Any(text => text.Contains(attribute)))
                    yield return $"[global::System.Diagnostics.CodeAnalysis.UnconditionalSuppressMessage(\"{category}\", \"{id}\", Justification = \"Callers are told.\")]";
            }
        }
    }

    public string NameOf(int index) => _names[index];

    public void Emit(SourceWriter writer)
    {
        for (int index = 0; index < _service.Apis.Count; index++)
            Emit(writer, _service.Apis[index], index);
        writer.Separate();
        writer.Write($"public static readonly {RuntimeNames.Transports}.Endpoint[] {List} = [{ParameterList.Join(_names)}];");
    }

    private void Emit(SourceWriter writer, ApiModel api, int index)
    {
        const string Lambda = "static (proxy, args, token) =>";
        string takesToken = api.Token is null ? "false" : "true";
        writer.Separate();
        if (api.IsOblivious)
            writer.Write("#nullable disable annotations");
        writer.Write(
            $"""
            private static readonly {RuntimeNames.Transports}.{Type(api)} {_names[index]} = {Creation(api)}(
                {index},
                {takesToken},
                {Lambda} proxy.{api.Name}({PackedArguments.Unpack(api, "args", "token")}),
                {Lambda} proxy.ToAsync.{api.Name}({PackedArguments.UnpackWithToken(api, "args", "token")}));
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
