using Microsoft.CodeAnalysis;
using Pipeline.Contract;
using Pipeline.Generators.Models;

namespace Pipeline.Generators.Parsing;

/// <summary>Reads a parameter of an API.</summary>
internal static class ParameterParser
{
    public static ParameterModel Parse(IParameterSymbol parameter) => new()
    {
        Name = TypeName.Identifier(parameter.Name),
        Type = TypeName.Of(parameter.Type),
        DefaultValue = DefaultValue.InDeclaration(parameter),
        Default = DefaultValue.ExpressionOf(parameter),
        AllowsNull = NullableContext.AllowsNull(parameter),
        ItemType = parameter.Type is INamedTypeSymbol { TypeArguments: [var item] } type
            && type.OriginalDefinition.HasFullName(WellKnownNames.AsyncEnumerable)
            ? TypeName.Of(item)
            : null,
        FromScope = parameter.IsFromScope() ? InjectionParser.ParseScoped(parameter) : null,
        IsParams = parameter.IsParams,
        IsToken = parameter.IsCancellationToken(),
        IsDynamic = parameter.Type.TypeKind is TypeKind.Dynamic,
        Attributes = CallerAttributes.Of(parameter).ToEquatableArray(),
    };
}
