using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Pipeline.Generators.Parsing;

/// <summary>Spells constants as expressions that stand for exactly that value.</summary>
internal static class ConstantExpression
{
    /// <summary>A constant of the type.</summary>
    public static string Of(object? value, ITypeSymbol type)
    {
        bool isNullable = type.IsReferenceType;
        if (type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T, TypeArguments: [var underlying] })
            (type, isNullable) = (underlying, true);
        return value switch
        {
            null => isNullable ? "null" : "default",
            _ when type is INamedTypeSymbol { TypeKind: TypeKind.Enum } @enum => EnumMember(value, @enum),
            _ => Literal(value),
        };
    }

    /// <summary>The argument of an attribute, or null for an array.</summary>
    public static string? Of(TypedConstant constant) => constant switch
    {
        { Kind: TypedConstantKind.Array or TypedConstantKind.Error } => null,
        { Kind: TypedConstantKind.Type, Value: ITypeSymbol type } => $"typeof({TypeName.OfRuntime(type)})",
        { Type: { } type } => Of(constant.Value, type),
        _ => "null",
    };

    private static string EnumMember(object value, INamedTypeSymbol type)
    {
        var member = type.GetMembers().OfType<IFieldSymbol>().FirstOrDefault(field =>
            field.HasConstantValue && Equals(field.ConstantValue, value) && field.GetAttributes().IsEmpty);
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
