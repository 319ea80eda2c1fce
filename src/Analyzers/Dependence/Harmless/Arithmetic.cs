using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Pipeline.Analyzers.Library;
using Pipeline.Analyzers.Symbols;

namespace Pipeline.Analyzers.Dependence.Harmless;

/// <summary>Operators the language defines and that cannot throw.</summary>
internal static class Arithmetic
{
    public static bool IsHarmless(IUnaryOperation operation) =>
        operation is { OperatorMethod: null, IsChecked: false, OperatorKind: not UnaryOperatorKind.Hat } && IsPlain(operation.Operand.Type);

    public static bool IsHarmless(IIncrementOrDecrementOperation operation) =>
        operation is { OperatorMethod: null, IsChecked: false } && IsPlain(operation.Target.Type);

    public static bool IsHarmless(ICompoundAssignmentOperation operation) =>
        operation is { OperatorMethod: null, IsChecked: false, InConversion.IsUserDefined: false, OutConversion.IsUserDefined: false }
        && IsHarmless(operation.OperatorKind, operation.Target, operation.Value);

    public static bool IsHarmless(IBinaryOperation operation) => operation switch
    {
        { IsChecked: true } => false,
        { OperatorMethod: { } method } => IsBuiltInComparison(method),
        _ => IsHarmless(operation.OperatorKind, operation.LeftOperand, operation.RightOperand),
    };

    private static bool IsHarmless(BinaryOperatorKind kind, IOperation left, IOperation right) => kind switch
    {
        BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals => IsComparable(left) && IsComparable(right),
        BinaryOperatorKind.Divide or BinaryOperatorKind.Remainder =>
            IsPlain(left.Type) && IsPlain(right.Type) && (IsFloating(left.Type) || IsFloating(right.Type) || IsSafeDivisor(right)),
        BinaryOperatorKind.Add when IsString(left.Type) || IsString(right.Type) =>
            Formatting.IsHarmless(left) && Formatting.IsHarmless(right),
        _ => IsPlain(left.Type) && IsPlain(right.Type),
    };

    /// <summary>Comparisons that types of the framework define as operators: strings, dates, identifiers.</summary>
    private static bool IsBuiltInComparison(IMethodSymbol method) =>
        method.Name is "op_Equality" or "op_Inequality" or "op_LessThan" or "op_GreaterThan" or "op_LessThanOrEqual"
            or "op_GreaterThanOrEqual"
        && (method.ContainingType.SpecialType is SpecialType.System_String or SpecialType.System_Decimal or SpecialType.System_DateTime
            || FrameworkTypes.IsPlainValue(method.ContainingType));

    private static bool IsComparable(IOperation operand) =>
        operand.ConstantValue is { HasValue: true, Value: null }
            || operand.Type is { IsReferenceType: true } or null
            || IsPlain(operand.Type);

    private static bool IsSafeDivisor(IOperation divisor) =>
        divisor.Unwrapped().ConstantValue is { HasValue: true, Value: int and not (0 or -1) or long and not (0 or -1) };

    private static bool IsFloating(ITypeSymbol? type) => type?.SpecialType is SpecialType.System_Single or SpecialType.System_Double;

    private static bool IsString(ITypeSymbol? type) => type?.SpecialType is SpecialType.System_String;

    /// <summary>
    /// Whether the language's own operators on the type neither allocate nor throw; decimals overflow, whatever the context.
    /// </summary>
    private static bool IsPlain(ITypeSymbol? type) => type switch
    {
        { TypeKind: TypeKind.Enum } => true,
        { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } => IsPlain(((INamedTypeSymbol)type).TypeArguments[0]),
        { SpecialType: >= SpecialType.System_Boolean and <= SpecialType.System_Double and not SpecialType.System_Decimal } => true,
        { SpecialType: SpecialType.System_String } => true,
        _ => false,
    };
}
