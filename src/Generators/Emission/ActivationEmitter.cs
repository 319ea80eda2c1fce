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
            EmitRequirements(writer, activation);
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
                writer.Write($"{member.Identifier} = {Resolve(member)},");
        }
    }

    /// <summary>In one line if there is only one, else each on its own.</summary>
    private static string Arguments(ActivationModel activation) => activation.Arguments.Count > 1
        ? string.Join(",", activation.Arguments.Select(static argument => "\n    " + Resolve(argument)))
        : string.Concat(activation.Arguments.Select(Resolve));

    private static string Resolve(InjectionModel injection)
    {
        string name = Literal.Of(injection.Name);
        string key = injection.Key is { } value ? ", " + value : "";
        return injection switch
        {
            { Service: not null } => $"resolver.GetProxy<{injection.Type}>({name})",
            { DefaultValue: { } defaultValue } => $"resolver.GetOptional<{injection.Type}>({name}, {defaultValue}{key})",
            _ => $"resolver.GetRequired<{injection.Type}>({name}{key})",
        };
    }

    private static void EmitRequirements(SourceWriter writer, ActivationModel activation)
    {
        if (!activation.Injections.Any(static injection => injection.Service is null))
            return;

        using (writer.Block("Requirements =", "[", "],"))
        {
            foreach (var injection in activation.Injections.Where(static injection => injection.Service is null))
                writer.Write($"new({Literal.Of(injection.Name)}, typeof({injection.RuntimeType})){RequirementOptions(injection)},");
        }
    }

    private static string RequirementOptions(InjectionModel injection) => injection switch
    {
        { Key: { } key, DefaultValue: not null } => $" {{ Key = {key}, IsOptional = true }}",
        { Key: { } key } => $" {{ Key = {key} }}",
        { DefaultValue: not null } => " { IsOptional = true }",
        _ => "",
    };

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
