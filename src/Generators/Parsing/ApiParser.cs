using Microsoft.CodeAnalysis;
using Pipeline.Contract;
using Pipeline.Generators.Models;

namespace Pipeline.Generators.Parsing;

/// <summary>Reads a method marked <c>[Api]</c>.</summary>
internal static class ApiParser
{
    public static ApiModel Parse(IMethodSymbol api, INamedTypeSymbol service)
    {
        string name = ApiName.Of(api.Name);
        var (shape, result) = ParseResult(api);
        return new()
        {
            MethodName = TypeName.Identifier(api.Name),
            Name = TypeName.Identifier(name),
            ReceiverType = ReceiverParser.Parse(api, service),
            Shape = shape,
            IsAsync = api.IsAsync && SymbolEqualityComparer.Default.Equals(api.ContainingType, service),
            ResultType = result is null ? null : TypeName.Of(shape is ResultShape.Value ? WithMaybeNull(result, api) : result),
            MethodParameters = api.Parameters.Select(ParameterParser.Parse).ToEquatableArray(),
            IsOblivious = NullableContext.IsOblivious(api),
            Attributes = CallerAttributes.Of(api).ToEquatableArray(),
            ResultAttributes = shape is ResultShape.Value ? CallerAttributes.OfResult(api).ToEquatableArray() : default,
            DocumentationId = api.OriginalDefinition.GetDocumentationCommentId() ?? "",
            Options = OptionsParser.Parse(api, service),
        };
    }

    /// <summary>What an attribute says of a result, the type has to say where the result is that of a task.</summary>
    private static ITypeSymbol WithMaybeNull(ITypeSymbol result, IMethodSymbol api) =>
        result is { IsReferenceType: true, NullableAnnotation: NullableAnnotation.NotAnnotated }
        && api.GetReturnTypeAttributes()
            .Any(static attribute => attribute.AttributeClass?.HasFullName(WellKnownNames.MaybeNullAttribute) is true)
            ? result.WithNullableAnnotation(NullableAnnotation.Annotated)
            : result;

    /// <summary>How the method returns its result, and the result's or the items' type.</summary>
    public static (ResultShape Shape, ITypeSymbol? Result) ParseResult(IMethodSymbol method)
    {
        if (method.ReturnsVoid)
            return (ResultShape.Void, null);
        if (method.ReturnType is not INamedTypeSymbol type)
            return (ResultShape.Value, method.ReturnType);

        return type.TypeArguments switch
        {
            [] when type.IsTask() => (type.IsValueType ? ResultShape.ValueTask : ResultShape.Task, null),
            [var result] when type.IsTask() => (type.IsValueType ? ResultShape.ValueTaskOfValue : ResultShape.TaskOfValue, result),
            [var item] when type.IsAsyncStream() => (ResultShape.AsyncEnumerable, item),
            [var item] when type.OriginalDefinition.SpecialType is SpecialType.System_Collections_Generic_IEnumerable_T =>
                (ResultShape.Enumerable, item),
            _ => (ResultShape.Value, type),
        };
    }
}
