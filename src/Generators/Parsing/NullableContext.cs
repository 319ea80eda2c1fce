using Microsoft.CodeAnalysis;
using Pipeline.Contract;

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

    /// <summary>Whether null may be passed: the type, or an attribute beside it, says so, or nothing says otherwise.</summary>
    public static bool AllowsNull(IParameterSymbol parameter)
    {
        if (parameter.HasAttribute("System.Diagnostics.CodeAnalysis.AllowNullAttribute"))
            return true;
        if (parameter.HasAttribute("System.Diagnostics.CodeAnalysis.DisallowNullAttribute"))
            return false;

        return parameter.Type.IsValueType
            ? parameter.Type.OriginalDefinition.SpecialType is SpecialType.System_Nullable_T
            : parameter.NullableAnnotation is not NullableAnnotation.NotAnnotated;
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
