using Microsoft.Extensions.Logging;
using Pipeline.CompilerServices;

namespace Pipeline.Hosting;

/// <summary>Says what to do about something a service needs and cannot get from the container.</summary>
internal static class RequirementAdvice
{
    public const string Scoped = "it is scoped, and a service lives as long as the pipeline; "
        + "take IServiceScopeFactory instead and open a scope in each call.";

    public static string Missing(ServiceRequirement requirement)
    {
        var type = requirement.Type;
        if (type == typeof(ILogger))
            return "take ILogger<T> instead, T being the service.";

        if (type.IsValueType || type == typeof(string))
            return "a plain value does not come from the container; give it a default, or take IOptions<T> instead.";

        var implementation = type.IsInterface || type.IsAbstract ? ", ..." : "";
        return requirement.Key is null
            ? $"register it, e.g. services.AddSingleton<{TypeName.Of(type)}{implementation}>()."
            : $"register it, e.g. services.AddKeyedSingleton<{TypeName.Of(type)}{implementation}>({Literal(requirement.Key)}).";
    }

    private static string Literal(object key) => key switch
    {
        string text => $"\"{text}\"",
        Enum member => $"{TypeName.Of(member.GetType())}.{member}",
        Type type => $"typeof({TypeName.Of(type)})",
        _ => $"{key}",
    };
}
