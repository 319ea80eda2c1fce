using Microsoft.CodeAnalysis;
using Pipeline.Contract;
using Pipeline.Generators.Models;

namespace Pipeline.Generators.Parsing;

/// <summary>Reads what <c>[Service]</c> and <c>[Api]</c> declare.</summary>
internal static class OptionsParser
{
    public static ServiceOptionsModel Parse(INamedTypeSymbol service)
    {
        var attribute = service.GetAttribute(WellKnownNames.ServiceAttribute);
        return new()
        {
            Name = attribute?.GetValue<string>("Name") ?? service.Name,
            Effect = attribute?.GetValue<int>("Effect") ?? 0,
            Instances = Positive(attribute?.GetValue<int>("Instances")),
            Concurrency = Positive(attribute?.GetValue<int>("Concurrency")),
            QueueLimit = DeclaredQueueLimit(attribute),
            Timeout = OptionRules.ReadTimeout(attribute),
        };
    }

    public static ApiOptionsModel Parse(IMethodSymbol api, INamedTypeSymbol service)
    {
        var attribute = api.GetAttribute(WellKnownNames.ApiAttribute);
        return new()
        {
            Name = attribute?.GetValue<string>("Name") ?? ApiName.Of(api.Name),
            Signature = $"{api.Name}({string.Join(", ", api.Parameters.Select(parameter => TypeName.Shortly(parameter.Type)))})",
            Effect = (int)DeclaredEffect.Of(api, service),
            IsIdempotent = attribute?.GetValue<bool>("Idempotent") ?? false,
            Timeout = OptionRules.ReadTimeout(attribute),
            Concurrency = Positive(attribute?.GetValue<int>("Concurrency")),
            Transient = OptionRules.ReadTransient(attribute).Select(TypeName.OfRuntime).ToEquatableArray(),
            RunsOnPool = attribute?.GetValue<bool>("RunsOnPool") ?? false,
            ReadAhead = Positive(attribute?.GetValue<int>("ReadAhead")),
        };
    }

    private static int? Positive(int? value) => value > 0 ? value : null;

    /// <summary>Unlike the others, a limit of zero means something: nothing may wait.</summary>
    private static int? DeclaredQueueLimit(AttributeData? attribute)
    {
        const string Property = "QueueLimit";
        return OptionRules.IsDeclared(attribute, Property)
            && attribute!.GetValue<int>(Property) is >= 0 and var limit
                ? limit
                : null;
    }
}
