using Pipeline.Generators.Models;

namespace Pipeline.Generators.Emission;

/// <summary>Spells how something that is injected is asked for.</summary>
internal static class InjectionExpression
{
    /// <summary>The value that the resolver, or a scope, gives.</summary>
    public static string Resolve(this InjectionModel injection, string resolver)
    {
        string name = Literal.Of(injection.Name);
        string key = injection.Key is { } value ? ", " + value : "";
        return injection switch
        {
            { Service: not null } => $"{resolver}.GetProxy<{injection.Type}>({name})",
            { DefaultValue: { } defaultValue } => $"{resolver}.GetOptional<{injection.Type}>({name}, {defaultValue}{key})",
            _ => $"{resolver}.GetRequired<{injection.Type}>({name}{key})",
        };
    }
}
