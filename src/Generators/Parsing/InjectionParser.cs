using Microsoft.CodeAnalysis;
using Pipeline.Contract;
using Pipeline.Generators.Models;

namespace Pipeline.Generators.Parsing;

/// <summary>Reads what a constructor parameter or a member is given.</summary>
internal static class InjectionParser
{
    /// <summary>Null where its type is not known.</summary>
    public static InjectionModel? Parse(ISymbol symbol, Compilation compilation)
    {
        if (DependencyType.Of(symbol, compilation) is not { } dependency)
            return null;

        var parameter = symbol as IParameterSymbol;
        var depends = symbol.GetAttribute(WellKnownNames.DependsAttribute);
        return new()
        {
            Name = symbol.Name,
            Identifier = TypeName.Identifier(symbol.Name),
            Type = dependency.Service is null ? dependency.ToString() : dependency.Name,
            RuntimeType = dependency.Name,
            Service = dependency.Service is { } service ? TypeName.Of(service) : null,
            DefaultValue = parameter is null ? null : DefaultValue.Of(parameter),
            Key = parameter is null ? null : Key(parameter),
            Url = depends?.GetValue<string>("Url"),
            Timeout = OptionRules.ReadTimeout(depends),
        };
    }

    /// <summary>What a parameter of an API is given from the scope of each call.</summary>
    public static InjectionModel ParseScoped(IParameterSymbol parameter) => new()
    {
        Name = parameter.Name,
        Identifier = TypeName.Identifier(parameter.Name),
        Type = TypeName.Of(parameter.Type),
        RuntimeType = TypeName.OfRuntime(parameter.Type),
        DefaultValue = DefaultValue.ExpressionOf(parameter),
        Key = Key(parameter),
    };

    private static string? Key(IParameterSymbol parameter) =>
        parameter.GetAttribute(WellKnownNames.FromKeyedServicesAttribute) is { ConstructorArguments: [{ IsNull: false } key] }
            ? ConstantExpression.Of(key)
            : null;
}
