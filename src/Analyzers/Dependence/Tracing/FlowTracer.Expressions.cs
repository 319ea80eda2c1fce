using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Pipeline.Analyzers.Dependence.Harmless;
using Pipeline.Analyzers.Library;

namespace Pipeline.Analyzers.Dependence.Tracing;

internal sealed partial class FlowTracer
{
    public override FlowValue VisitLiteral(ILiteralOperation operation, object? argument) => FlowValue.None;

    public override FlowValue VisitDefaultValue(IDefaultValueOperation operation, object? argument) => FlowValue.None;

    public override FlowValue VisitTypeOf(ITypeOfOperation operation, object? argument) => FlowValue.None;

    public override FlowValue VisitNameOf(INameOfOperation operation, object? argument) => FlowValue.None;

    public override FlowValue VisitIsType(IIsTypeOperation operation, object? argument) => Visit(operation.ValueOperand).AsData();

    public override FlowValue VisitTuple(ITupleOperation operation, object? argument) => VisitAll(operation.Elements);

    public override FlowValue VisitConversion(IConversionOperation operation, object? argument)
    {
        var value = Visit(operation.Operand);
        if (!Conversions.IsHarmless(operation))
            Report(OrderCondition.HarmlessBetween, operation, "a conversion may throw or run code");
        return Conversions.KeepsTasks(operation) ? value : value.AsData();
    }

    public override FlowValue VisitUnaryOperator(IUnaryOperation operation, object? argument)
    {
        var value = Visit(operation.Operand).AsData();
        if (!Arithmetic.IsHarmless(operation))
            Report(OrderCondition.HarmlessBetween, operation, "may throw or run an operator");
        return value;
    }

    public override FlowValue VisitBinaryOperator(IBinaryOperation operation, object? argument)
    {
        var left = Visit(operation.LeftOperand);
        var right = operation.OperatorKind is BinaryOperatorKind.ConditionalAnd or BinaryOperatorKind.ConditionalOr
            ? VisitConditionally(operation.RightOperand, left)
            : Visit(operation.RightOperand);
        if (!Arithmetic.IsHarmless(operation))
            Report(OrderCondition.HarmlessBetween, operation, "may throw or run an operator");
        return left | right;
    }

    public override FlowValue VisitTupleBinaryOperator(ITupleBinaryOperation operation, object? argument)
    {
        var value = Visit(operation.LeftOperand) | Visit(operation.RightOperand);
        Report(OrderCondition.HarmlessBetween, operation, "may run an operator");
        return value;
    }

    public override FlowValue VisitConditional(IConditionalOperation operation, object? argument)
    {
        var condition = Visit(operation.Condition);
        if (iteration?.IsSkipped(operation) is true && condition.All == 0 && _trace.Calls.Count == 0)
            return condition;
        return condition | VisitConditionally(operation.WhenTrue, condition) | VisitConditionally(operation.WhenFalse, condition);
    }

    public override FlowValue VisitCoalesce(ICoalesceOperation operation, object? argument)
    {
        var value = Visit(operation.Value);
        if (!operation.ValueConversion.IsIdentity && !operation.ValueConversion.IsNullable && !operation.ValueConversion.IsReference)
            Report(OrderCondition.HarmlessBetween, operation, "a conversion may run code");
        return value | VisitConditionally(operation.WhenNull, value);
    }

    public override FlowValue VisitInterpolatedString(IInterpolatedStringOperation operation, object? argument)
    {
        // With an await inside, the compiler evaluates all parts before it formats the first; without, it formats as it goes.
        bool formatsLast = operation.Descendants().Any(static part => part is IAwaitOperation);
        var value = FlowValue.None;
        bool harmless = true;
        foreach (var part in operation.Parts.OfType<IInterpolationOperation>())
        {
            value |= Visit(part.Expression);
            harmless &= Formatting.IsHarmless(part);
            if (!harmless && !formatsLast)
                Report(OrderCondition.HarmlessBetween, part, "formatting may run code");
        }

        if (!harmless)
            Report(OrderCondition.HarmlessBetween, operation, "formatting may run code");
        return value;
    }
}
