using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Pipeline.Analyzers.Symbols;

namespace Pipeline.Analyzers.Library;

/// <summary>Values whose text the framework makes, without code of the user's and without exceptions.</summary>
internal static class Formatting
{
    public static bool IsHarmless(IInterpolationOperation part) =>
        IsHarmless(part.Expression)
            && (part.FormatString is null || IsHarmlessFormat(part))
            && part.Alignment?.ConstantValue.HasValue is null or true;

    public static bool IsHarmless(IOperation value) =>
        value.ConstantValue.HasValue || (value.Unwrapped() is var inner && (inner.ConstantValue.HasValue || HasPlainText(inner.Type)));

    public static bool HasPlainText(ITypeSymbol? type) => type switch
    {
        null => false,
        { TypeKind: TypeKind.Enum } => true,
        { SpecialType: >= SpecialType.System_Boolean and <= SpecialType.System_String } => true,
        { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } => HasPlainText(((INamedTypeSymbol)type).TypeArguments[0]),
        _ => FrameworkTypes.IsPlainValue(type),
    };

    /// <summary>The standard formats every number has; others throw for some types.</summary>
    private static bool IsHarmlessFormat(IInterpolationOperation part) =>
        part.Expression.Type?.SpecialType is >= SpecialType.System_SByte and <= SpecialType.System_Double
        && part.FormatString is { ConstantValue.Value: string format }
        && format is ['F' or 'f' or 'N' or 'n' or 'E' or 'e' or 'G' or 'g' or 'P' or 'p' or 'C' or 'c', ..]
        && format.Length <= 3
        && format.Skip(1).All(char.IsDigit);
}
