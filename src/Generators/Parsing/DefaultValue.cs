using System.Globalization;
using Microsoft.CodeAnalysis;

namespace Pipeline.Generators.Parsing;

/// <summary>Spells the default values of parameters.</summary>
internal static class DefaultValue
{
    /// <summary>The value as an expression, or null for none.</summary>
    public static string? Of(IParameterSymbol parameter) => parameter.HasExplicitDefaultValue && !IsNoConstant(parameter)
        ? ConstantExpression.Of(parameter.ExplicitDefaultValue, parameter.Type)
        : null;

    /// <summary>The value where the argument is left out, whatever makes it optional; or null where nothing does.</summary>
    public static string? ExpressionOf(IParameterSymbol parameter) => parameter switch
    {
        { IsParams: true } => "[]",
        { HasExplicitDefaultValue: true, ExplicitDefaultValue: DateTime date } =>
            $"new global::System.DateTime({date.Ticks.ToString(CultureInfo.InvariantCulture)}L)",
        { HasExplicitDefaultValue: true } => ConstantExpression.Of(parameter.ExplicitDefaultValue, parameter.Type),
        { IsOptional: true } => "default",
        _ => null,
    };

    /// <summary>The expression to write after <c>=</c>, or null for none.</summary>
    public static string? InDeclaration(IParameterSymbol parameter) => IsOnlyAttribute(parameter) ? null : Of(parameter);

    /// <summary>
    /// Whether the value can be given by attributes only: a date, a value boxed into an object, or any value before a parameter that has
    /// none after <c>=</c> itself.
    /// </summary>
    public static bool IsOnlyAttribute(IParameterSymbol parameter) => IsNoConstant(parameter) || HasPlainOneAfter(parameter);

    private static bool HasPlainOneAfter(IParameterSymbol parameter) =>
        parameter.HasExplicitDefaultValue
        && parameter.ContainingSymbol is IMethodSymbol method
        && method.Parameters.Skip(parameter.Ordinal + 1).Any(static later =>
            !later.IsParams && (!later.HasExplicitDefaultValue || IsNoConstant(later)));

    private static bool IsNoConstant(IParameterSymbol parameter) => parameter is
    { HasExplicitDefaultValue: true, ExplicitDefaultValue: DateTime }
        or { HasExplicitDefaultValue: true, ExplicitDefaultValue: not null and not string, Type.IsReferenceType: true }
        or { HasExplicitDefaultValue: true, ExplicitDefaultValue: string, Type.SpecialType: not SpecialType.System_String };
}
