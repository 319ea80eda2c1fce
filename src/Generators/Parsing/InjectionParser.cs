using Microsoft.CodeAnalysis;
using Pipeline.Generators.Models;
using Pipeline.Shared;

namespace Pipeline.Generators.Parsing;

/// <summary>Reads what a constructor parameter or a member is given.</summary>
internal static class InjectionParser
{
    public static InjectionModel? Parse(IParameterSymbol parameter) => Parse(parameter, parameter.Type) is { } model
        ? model with { DefaultValue = DefaultValue.Of(parameter), Key = Key(parameter) }
        : null;

    public static InjectionModel? Parse(ISymbol member) => Parse(member, member switch
    {
        IPropertySymbol property => property.Type,
        IFieldSymbol field => field.Type,
        _ => throw new ArgumentException("Only properties and fields are injected.", nameof(member)),
    });

    private static InjectionModel? Parse(ISymbol symbol, ITypeSymbol type)
    {
        if (DependencyType.Of(type) is not { } dependency)
            return null;

        var depends = symbol.GetAttribute(WellKnownNames.DependsAttribute);
        return new()
        {
            Name = symbol.Name,
            Identifier = TypeName.Identifier(symbol.Name),
            Type = dependency.Service is null ? dependency.ToString() : dependency.Name,
            RuntimeType = dependency.Name,
            Service = dependency.Service is { } service ? TypeName.Of(service) : null,
            Url = depends?.GetValue<string>("Url"),
            Timeout = TimeoutRule.Read(depends),
        };
    }

    private static string? Key(IParameterSymbol parameter) =>
        parameter.GetAttribute(WellKnownNames.FromKeyedServicesAttribute) is { ConstructorArguments: [{ IsNull: false } key] }
            ? ConstantExpression.Of(key)
            : null;
}
