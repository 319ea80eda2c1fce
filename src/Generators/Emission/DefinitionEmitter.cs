using Pipeline.Generators.Models;

namespace Pipeline.Generators.Emission;

/// <summary>Writes <c>X.Definition</c>.</summary>
internal static class DefinitionEmitter
{
    /// <summary>The property, which only fails where no instance can be made: the compiler has said so by then.</summary>
    public static void EmitProperty(SourceWriter writer, ServiceModel service)
    {
        string hiding = service.Hides.HasFlag(HiddenMembers.Definition) ? "new " : "";
        string value = service.Activation is null
            ? $"throw new global::System.InvalidOperationException({Literal.Of($"No instance of '{service.DisplayName}' can be made: its declaration has errors.")})"
            : $"{service.LocalProxyName}.Definition";
        writer.Write(
            $"""
            /// <summary>The service, its APIs and its dependencies as a value.</summary>
            {ServiceEmitter.GeneratedCode}
            public static {hiding}global::Pipeline.ServiceDefinition Definition => {value};
            """);
    }

    /// <summary>The value itself, made when it is first asked for.</summary>
    public static void EmitField(SourceWriter writer, ServiceModel service, ActivationModel activation, EndpointNames endpoints)
    {
        using (writer.Block("public static readonly global::Pipeline.ServiceDefinition Definition = new()", end: "};"))
        {
            EmitOptions(writer, service);
            EmitApis(writer, service, endpoints);
            EmitDependencies(writer, activation);
            ActivationEmitter.Emit(writer, service, activation);
        }
    }

    private static void EmitOptions(SourceWriter writer, ServiceModel service)
    {
        var options = service.Options;
        writer.Write(
            $"""
            Name = {Literal.Of(options.Name)},
            ServiceType = typeof({service.FullName}),
            ProxyType = typeof(Proxy),
            """);
        if (options.Effect != 0)
            writer.Write($"Effect = {Literal.OfEffect(options.Effect)},");
        if (options.Instances is { } instances)
            writer.Write($"Instances = {Literal.Of(instances)},");
        if (options.Concurrency is { } concurrency)
            writer.Write($"Concurrency = {Literal.Of(concurrency)},");
        if (options.QueueLimit is { } queueLimit)
            writer.Write($"QueueLimit = {Literal.Of(queueLimit)},");
        if (options.Timeout is { } timeout)
            writer.Write($"Timeout = {Literal.Of(timeout)},");
    }

    private static void EmitApis(SourceWriter writer, ServiceModel service, EndpointNames endpoints)
    {
        if (service.Apis.IsEmpty)
            return;

        using (writer.Block("Apis =", "[", "],"))
        {
            for (int index = 0; index < service.Apis.Count; index++)
            {
                using (writer.Block("new()", end: "},"))
                    EmitApi(writer, service.Apis[index], endpoints[index]);
            }
        }
    }

    private static void EmitApi(SourceWriter writer, ApiModel api, string endpoint)
    {
        var options = api.Options;
        writer.Write(
            $"""
            Name = {Literal.Of(options.Name)},
            Signature = {Literal.Of(options.Signature)},
            Kind = global::Pipeline.ApiKind.{Kind(api.Shape)},
            """);
        if (api.DataParameters.Any())
            writer.Write($"Parameters = {endpoint}.Parameters,");
        if (api.ResultType is not null)
            writer.Write($"ResultType = {endpoint}.ResultType,");
        if (options.Effect != 0)
            writer.Write($"Effect = {Literal.OfEffect(options.Effect)},");
        if (options.IsIdempotent)
            writer.Write("Idempotent = true,");
        if (options.Timeout is { } timeout)
            writer.Write($"Timeout = {Literal.Of(timeout)},");
        if (options.Concurrency is { } concurrency)
            writer.Write($"Concurrency = {Literal.Of(concurrency)},");
        if (!options.Transient.IsEmpty)
            writer.Write($"Transient = [{ParameterList.Join(options.Transient.Select(static type => $"typeof({type})"))}],");
        if (options.RunsOnPool)
            writer.Write("RunsOnPool = true,");
        if (options.ReadAhead is { } readAhead)
            writer.Write($"ReadAhead = {Literal.Of(readAhead)},");
    }

    private static void EmitDependencies(SourceWriter writer, ActivationModel activation)
    {
        if (!activation.Injections.Any(static injection => injection.Service is not null))
            return;

        using (writer.Block("Dependencies =", "[", "],"))
        {
            foreach (var injection in activation.Injections.Where(static injection => injection.Service is not null))
                writer.Write($"new({Literal.Of(injection.Name)}, static () => {injection.Service}.Definition){DependencyOptions(injection)},");
        }
    }

    private static string DependencyOptions(InjectionModel injection) => injection switch
    {
        { Url: { } url, Timeout: { } timeout } => $" {{ Url = {Literal.Of(url)}, Timeout = {Literal.Of(timeout)} }}",
        { Url: { } url } => $" {{ Url = {Literal.Of(url)} }}",
        { Timeout: { } timeout } => $" {{ Timeout = {Literal.Of(timeout)} }}",
        _ => "",
    };

    private static string Kind(ResultShape shape) => shape switch
    {
        ResultShape.Enumerable => "SyncStream",
        ResultShape.AsyncEnumerable => "AsyncStream",
        ResultShape.Void or ResultShape.Value => "Sync",
        _ => "Async",
    };
}
