using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Operations;

namespace Pipeline.Analyzers.Dependence.Harmless;

/// <summary>Conversions that cannot throw and run no code.</summary>
internal static class Conversions
{
    public static bool IsHarmless(IConversionOperation operation)
    {
        var conversion = operation.GetConversion();
        if (operation.IsChecked || conversion.IsUserDefined || conversion.IsDynamic || conversion.IsInterpolatedStringHandler)
            return false;
        if (conversion.IsIdentity || conversion.IsNullLiteral || conversion.IsDefaultLiteral || operation.IsTryCast)
            return true;
        if (conversion.IsCollectionExpression
            || conversion.IsObjectCreation
            || conversion.IsConditionalExpression
            || conversion.IsSwitchExpression)
            return true;
        if (IsSpan(operation))
            return operation.Operand.Type is not IArrayTypeSymbol { ElementType.IsReferenceType: true }
                || operation.Type?.Name is "ReadOnlySpan";
        if (conversion.IsNumeric || conversion.IsEnumeration)
            return !IsDecimal(operation.Type) && !IsDecimal(operation.Operand.Type) || conversion.IsImplicit;
        if (conversion.IsTupleConversion || conversion.IsTupleLiteralConversion)
            return false;
        return conversion.IsImplicit && (conversion.IsReference || conversion.IsBoxing || IsNullableOfNumber(operation, conversion));
    }

    /// <summary>Whether a task, or a collection of tasks, is the same one behind the conversion.</summary>
    public static bool KeepsTasks(IConversionOperation operation) =>
        operation.GetConversion() is { IsIdentity: true } or { IsReference: true } or { IsCollectionExpression: true };

    /// <summary>
    /// The language's own conversion to a span, for which the oldest compiler that loads this has no name; that by an operator is ruled out
    /// before.
    /// </summary>
    private static bool IsSpan(IConversionOperation operation) =>
        IsSpan(operation.Type)
        && operation.Operand.Type is { } type
        && (type is IArrayTypeSymbol or { SpecialType: SpecialType.System_String } || IsSpan(type));

    private static bool IsSpan(ITypeSymbol? type) =>
        type is { Name: "Span" or "ReadOnlySpan", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } };

    private static bool IsNullableOfNumber(IConversionOperation operation, Conversion conversion) =>
        conversion.IsNullable && operation.Type is INamedTypeSymbol { TypeArguments: [var inner] }
        && (SymbolEqualityComparer.Default.Equals(inner, operation.Operand.Type) || inner.SpecialType is not SpecialType.None);

    private static bool IsDecimal(ITypeSymbol? type) => type?.SpecialType is SpecialType.System_Decimal;
}
