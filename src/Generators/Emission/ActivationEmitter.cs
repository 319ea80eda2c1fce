using Pipeline.Generators.Models;

namespace Pipeline.Generators.Emission;

/// <summary>Writes how instances of a service are made, started and stopped.</summary>
internal static class ActivationEmitter
{
    public static void Emit(SourceWriter writer, ServiceModel service, ActivationModel activation)
    {
        using (writer.Block($"Activation = new {RuntimeNames.CompilerServices}.ServiceActivation<{service.FullName}>", end: "},"))
        {
            EmitCreate(writer, service, activation);
            EmitProxy(writer, service);
            EmitRequirements(writer, service, activation);
            EmitHooks(writer, "OnStartup", activation.Startup);
            EmitHooks(writer, "OnShutdown", activation.Shutdown);
        }
    }

    private static void EmitProxy(SourceWriter writer, ServiceModel service)
    {
        if (service.Apis.IsEmpty)
        {
            writer.Write($"CreateProxy = static _ => new {service.LocalProxyName}(),");
            return;
        }

        writer.Write(
            $"""
            CreateProxy = static service => new {service.LocalProxyName}(service),
            Endpoints = static () => {service.EndpointsName}.{EndpointNames.All},
            """);
    }

    private static void EmitCreate(SourceWriter writer, ServiceModel service, ActivationModel activation)
    {
        string resolver = activation.Injections.Any() ? "resolver" : "_";
        string create = $"Create = static {resolver} => new {service.FullName}({Arguments(activation)})";
        if (activation.Members.IsEmpty)
        {
            writer.Write(create + ",");
            return;
        }

        using (writer.Block(create, end: "},"))
        {
            foreach (var member in activation.Members)
                writer.Write($"{member.Identifier} = {member.Resolve("resolver")},");
        }
    }

    /// <summary>In one line if there is only one, else each on its own.</summary>
    private static string Arguments(ActivationModel activation) => activation.Arguments.Count > 1
        ? string.Join(",", activation.Arguments.Select(static argument => "\n    " + argument.Resolve("resolver")))
        : string.Concat(activation.Arguments.Select(static argument => argument.Resolve("resolver")));

    private static void EmitRequirements(SourceWriter writer, ServiceModel service, ActivationModel activation)
    {
        var required = activation.Injections.Where(static injection => injection.Service is null).ToArray();
        var scoped = service.Apis.SelectMany(static api => api.ScopedServices).ToArray();
        if (required.Length + scoped.Length == 0)
            return;

        using (writer.Block("Requirements =", "[", "],"))
        {
            foreach (var injection in required)
                writer.Write($"{Requirement(injection, isScoped: false)},");
            foreach (string requirement in scoped.Select(static injection => Requirement(injection, isScoped: true)).Distinct(StringComparer.Ordinal))
                writer.Write($"{requirement},");
        }
    }

    private static string Requirement(InjectionModel injection, bool isScoped)
    {
        var options = new List<string>();
        if (injection.Key is { } key)
            options.Add($"Key = {key}");
        if (injection.DefaultValue is not null)
            options.Add("IsOptional = true");
        if (isScoped)
            options.Add("IsScoped = true");
        string facts = options.Count == 0 ? "" : $" {{ {ParameterList.Join(options)} }}";
        return $"new({Literal.Of(injection.Name)}, typeof({injection.RuntimeType})){facts}";
    }

    private static void EmitHooks(SourceWriter writer, string property, EquatableArray<LifecycleModel> methods)
    {
        if (methods.IsEmpty)
            return;

        using (writer.Block($"{property} =", "[", "],"))
        {
            foreach (var method in methods)
                writer.Write($"new({Literal.Of(method.Name)}, static (service, {(method.TakesToken ? "token" : "_")}) => {Run(method)}){HookOptions(method)},");
        }
    }

    private static string HookOptions(LifecycleModel method) =>
        method.Timeout is { } timeout ? $" {{ Timeout = {Literal.Of(timeout)} }}" : "";

    private static string Run(LifecycleModel method)
    {
        string receiver = method.ReceiverType is { } type ? $"(({type})service)" : "service";
        string call = $"{receiver}.{method.Identifier}({(method.TakesToken ? "token" : "")})";
        return method.Shape switch
        {
            ResultShape.Void => $"{{ {call}; return global::System.Threading.Tasks.Task.CompletedTask; }}",
            ResultShape.ValueTask => call + ".AsTask()",
            _ => call,
        };
    }
}
