using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Pipeline.Generators.Parsing;

/// <summary>Spells the default values of parameters.</summary>
internal static class DefaultValue
{
    /// <summary>The expression to write after <c>=</c>, or null for none.</summary>
    public static string? Of(IParameterSymbol parameter) => parameter.HasExplicitDefaultValue
        ? Constant(parameter.ExplicitDefaultValue, parameter.Type)
        : null;

    /// <summary>A constant of the type as an expression that stands for exactly that value.</summary>
    public static string Constant(object? value, ITypeSymbol type)
    {
        if (type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T, TypeArguments: [var underlying] } && value is not null)
            type = underlying;
        return value switch
        {
            null => type.IsReferenceType ? "null" : "default",
            _ when type is INamedTypeSymbol { TypeKind: TypeKind.Enum } @enum => EnumMember(value, @enum),
            _ => Literal(value),
        };
    }

    private static string EnumMember(object value, INamedTypeSymbol type)
    {
        var member = type.GetMembers().OfType<IFieldSymbol>().FirstOrDefault(field => field.HasConstantValue && Equals(field.ConstantValue, value));
        return member is null
            ? $"({TypeName.Of(type)})({Literal(value)})"
            : $"{TypeName.Of(type)}.{TypeName.Identifier(member.Name)}";
    }

    private static string Literal(object value) => value switch
    {
        string text => SymbolDisplay.FormatLiteral(text, quote: true),
        char character => SymbolDisplay.FormatLiteral(character, quote: true),
        bool truth => truth ? "true" : "false",
        double number => Floating(number, "double", "d", number.ToString("R", CultureInfo.InvariantCulture)),
        float number => Floating(number, "float", "f", number.ToString("R", CultureInfo.InvariantCulture)),
        decimal number => number.ToString(CultureInfo.InvariantCulture) + "m",
        long number => number.ToString(CultureInfo.InvariantCulture) + "L",
        ulong number => number.ToString(CultureInfo.InvariantCulture) + "UL",
        uint number => number.ToString(CultureInfo.InvariantCulture) + "u",
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => "default",
    };

    private static string Floating(double number, string type, string suffix, string digits) => number switch
    {
        double.NaN => type + ".NaN",
        double.PositiveInfinity => type + ".PositiveInfinity",
        double.NegativeInfinity => type + ".NegativeInfinity",
        0 when 1 / number < 0 => "-0" + suffix,
        _ => digits + suffix,
    };
}
