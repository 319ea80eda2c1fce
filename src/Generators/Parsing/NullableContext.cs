using Microsoft.CodeAnalysis;

namespace Pipeline.Generators.Parsing;

/// <summary>Tells signatures written where nullable annotations are off.</summary>
internal static class NullableContext
{
    /// <summary>Whether some reference in the signature says nothing about null, and none says something.</summary>
    public static bool IsOblivious(IMethodSymbol method)
    {
        var annotations = method.Parameters
            .Select(static parameter => parameter.Type)
            .Append(method.ReturnType)
            .SelectMany(Annotations)
            .ToArray();
        return annotations.Contains(NullableAnnotation.None) && !annotations.Contains(NullableAnnotation.Annotated);
    }

    private static IEnumerable<NullableAnnotation> Annotations(ITypeSymbol type)
    {
        var inner = type switch
        {
            IArrayTypeSymbol array => Annotations(array.ElementType),
            INamedTypeSymbol named => named.TypeArguments.SelectMany(Annotations),
            _ => [],
        };
        return type.IsReferenceType ? inner.Append(type.NullableAnnotation) : inner;
    }
}
