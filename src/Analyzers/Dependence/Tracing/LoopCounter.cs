using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Pipeline.Analyzers.Symbols;

namespace Pipeline.Analyzers.Dependence.Tracing;

/// <summary>The counter of a plain <c>for (int i = 0; i &lt; bound; i++)</c>.</summary>
/// <param name="Variable">The counter, which only the loop's head writes.</param>
/// <param name="Bound">What it stays below: a number that does not change, or how long something is.</param>
internal sealed record LoopCounter(ILocalSymbol Variable, IOperation Bound)
{
    public static LoopCounter? Of(IForLoopOperation loop, BodyContext body)
    {
        if (loop is not { Before: [IVariableDeclarationGroupOperation { Declarations: [{ Declarators: [var start] }] }], AtLoopBottom: [IExpressionStatementOperation { Operation: IIncrementOrDecrementOperation { Kind: OperationKind.Increment } step }] }
            || loop.Condition is not IBinaryOperation { OperatorKind: BinaryOperatorKind.LessThan } condition
            || start.GetVariableInitializer()?.Value.ConstantValue is not { HasValue: true, Value: 0 }
            || !IsReference(step.Target, start.Symbol)
            || !IsReference(condition.LeftOperand, start.Symbol)
            || body.Variables.References(start.Symbol).Any(reference => reference.IsWritten() && reference != step.Target))
        {
            return null;
        }

        return IsSteady(condition.RightOperand, loop, body) ? new(start.Symbol, condition.RightOperand.Unwrapped()) : null;
    }

    /// <summary>Whether the counter is an index into the collection: it counts up to its length, or up to what it was made with.</summary>
    public bool IsIndexOf(IOperation collection, IOperation index, BodyContext body)
    {
        if (!IsReference(index, Variable) || collection.Unwrapped().ReferencedVariable() is not { } variable)
            return false;
        return IsLengthOf(variable) || body.CreationOf(variable) is { DimensionSizes: [var size] } && IsSameNumber(size);
    }

    private bool IsLengthOf(ISymbol variable) =>
        Bound is IPropertyReferenceOperation { Property.Name: "Length" or "Count", Instance: { } instance }
        && SymbolEqualityComparer.Default.Equals(instance.Unwrapped().ReferencedVariable(), variable);

    private bool IsSameNumber(IOperation size) => (size.Unwrapped(), Bound) switch
    {
        ({ ConstantValue: { HasValue: true, Value: int made } }, { ConstantValue: { HasValue: true, Value: int bound } }) => bound <= made,
        (IPropertyReferenceOperation { Instance: { } made } length, IPropertyReferenceOperation { Instance: { } counted } bound) =>
            SymbolEqualityComparer.Default.Equals(length.Property, bound.Property) && IsSameVariable(made, counted),
        var (made, bound) => IsSameVariable(made, bound),
    };

    private static bool IsSameVariable(IOperation left, IOperation right) =>
        left.Unwrapped().ReferencedVariable() is { } variable
            && SymbolEqualityComparer.Default.Equals(variable, right.Unwrapped().ReferencedVariable());

    private static bool IsReference(IOperation operation, ILocalSymbol variable) =>
        operation.Unwrapped() is ILocalReferenceOperation local && SymbolEqualityComparer.Default.Equals(local.Local, variable);

    /// <summary>A constant, or a local or parameter nobody writes from the loop on, or the length of one.</summary>
    private static bool IsSteady(IOperation bound, ILoopOperation loop, BodyContext body)
    {
        var inner = bound.Unwrapped();
        if (inner.ConstantValue.HasValue)
            return true;
        if (inner is IPropertyReferenceOperation { Property.Name: "Length" or "Count", Arguments.IsEmpty: true, Instance: { } instance })
            inner = instance.Unwrapped();
        return inner.ReferencedVariable() is { } variable
            && !body.Variables.References(variable).Any(static reference => reference.IsWritten());
    }
}
