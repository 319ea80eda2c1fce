using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Pipeline.Analyzers.Dependence.Harmless;
using Pipeline.Analyzers.Library;
using Pipeline.Analyzers.Symbols;

namespace Pipeline.Analyzers.Dependence.Tracing;

internal sealed partial class FlowTracer
{
    public override FlowValue VisitVariableDeclarationGroup(IVariableDeclarationGroupOperation operation, object? argument) =>
        VisitAll(operation.Declarations);

    public override FlowValue VisitVariableDeclaration(IVariableDeclarationOperation operation, object? argument) =>
        VisitAll(operation.Declarators);

    public override FlowValue VisitVariableDeclarator(IVariableDeclaratorOperation operation, object? argument)
    {
        if (operation.GetVariableInitializer() is { } initializer)
            Write(operation.Symbol, operation, Visit(initializer.Value));
        return FlowValue.None;
    }

    public override FlowValue VisitSimpleAssignment(ISimpleAssignmentOperation operation, object? argument)
    {
        if (operation.IsRef)
            return DefaultVisit(operation, argument);

        VisitTarget(operation.Target);
        var value = Visit(operation.Value);
        if (iteration?.Stores(operation) is not true)
            WriteTarget(operation.Target, operation, value);
        return value;
    }

    public override FlowValue VisitCompoundAssignment(ICompoundAssignmentOperation operation, object? argument)
    {
        if (iteration?.Adds(operation) is true)
            return Visit(operation.Value);

        var value = Visit(operation.Target) | Visit(operation.Value);
        if (!Arithmetic.IsHarmless(operation))
            Report(OrderCondition.HarmlessBetween, operation, "may throw or run an operator");
        WriteTarget(operation.Target, operation, value);
        return value;
    }

    public override FlowValue VisitIncrementOrDecrement(IIncrementOrDecrementOperation operation, object? argument)
    {
        var value = Visit(operation.Target);
        if (!Arithmetic.IsHarmless(operation))
            Report(OrderCondition.HarmlessBetween, operation, "may throw or run an operator");
        WriteTarget(operation.Target, operation, value);
        return value;
    }

    public override FlowValue VisitCoalesceAssignment(ICoalesceAssignmentOperation operation, object? argument)
    {
        var target = Visit(operation.Target);
        var value = target | VisitConditionally(operation.Value, target);
        WriteTarget(operation.Target, operation, value);
        return value;
    }

    public override FlowValue VisitDeconstructionAssignment(IDeconstructionAssignmentOperation operation, object? argument)
    {
        if (operation.Target.Unwrapped() is ITupleOperation targets
            && operation.Value.Unwrapped() is ITupleOperation values
            && targets.Elements.Length == values.Elements.Length)
        {
            return VisitPairwise(operation, targets, values);
        }

        var value = Visit(operation.Value);
        if (!DeconstructsPlainly(operation))
            Report(OrderCondition.HarmlessBetween, operation, "may run code to deconstruct the value");
        WriteTarget(operation.Target, operation, value.AsData());
        return value;
    }

    /// <summary><c>(a, b) = (x, y)</c>: all values first, then all targets.</summary>
    private FlowValue VisitPairwise(IOperation assignment, ITupleOperation targets, ITupleOperation values)
    {
        var parts = values.Elements.Select(Visit).ToArray();
        for (int i = 0; i < parts.Length; i++)
            WriteTarget(targets.Elements[i], assignment, parts[i]);
        return parts.Aggregate(FlowValue.None, static (all, part) => all | part);
    }

    private bool DeconstructsPlainly(IDeconstructionAssignmentOperation operation) => operation.Syntax switch
    {
        AssignmentExpressionSyntax assignment => IsPlain(body.Model.GetDeconstructionInfo(assignment), operation.Value),
        _ => false,
    };

    private bool IsPlain(DeconstructionInfo info, IOperation value)
    {
        if (info.Method is { } method)
            return RecordCopies.IsPlainDeconstruct(method) && info.Nested.All(static nested => IsIdentity(nested)) && body.IsNotNull(value);
        return info.Nested.IsEmpty ? info.Conversion is null or { IsIdentity: true } : info.Nested.All(nested => IsPlain(nested, value));
    }

    private static bool IsIdentity(DeconstructionInfo info) =>
        info is { Method: null, Nested.IsEmpty: true, Conversion: null or { IsIdentity: true } };

    public override FlowValue VisitDeclarationExpression(IDeclarationExpressionOperation operation, object? argument) => FlowValue.None;

    public override FlowValue VisitDiscardOperation(IDiscardOperation operation, object? argument) => FlowValue.None;

    /// <summary>What a target evaluates before the value: the object it belongs to, an index.</summary>
    private void VisitTarget(IOperation target)
    {
        switch (target)
        {
            case ILocalReferenceOperation or IParameterReferenceOperation or IDiscardOperation or IDeclarationExpressionOperation:
                break;
            case IMemberReferenceOperation { Instance: null or IInstanceReferenceOperation }:
                break;
            case IFieldReferenceOperation field:
                Visit(field.Instance);
                break;
            case IPropertyReferenceOperation { Arguments.IsEmpty: true } property:
                Visit(property.Instance);
                break;
            case IArrayElementReferenceOperation element:
                Visit(element.ArrayReference);
                VisitAll(element.Indices);
                break;
            default:
                VisitAll(target.ChildOperations);
                break;
        }
    }

    private void WriteTarget(IOperation target, IOperation write, FlowValue value)
    {
        switch (target)
        {
            case ILocalReferenceOperation local:
                Write(local.Local, write, value);
                break;
            case IParameterReferenceOperation parameter:
                Write(parameter.Parameter, write, value);
                break;
            case IDiscardOperation:
                break;
            case IDeclarationExpressionOperation declaration:
                WriteTarget(declaration.Expression, write, value);
                break;
            case ITupleOperation tuple:
                foreach (var element in tuple.Elements)
                    WriteTarget(element, write, value);
                break;
            case IMemberReferenceOperation member when OrderWatchers.Contains(member.Member):
                Report(OrderCondition.OrderUnwatched, write, $"'{target.Syntax}' is written");
                break;
            default:
                if (OwnObjects.OwnerOf(target, _trace.Region, body) is { } owner)
                    WriteOwn(owner, write, OrderCondition.HiddenState, value);
                else
                    Report(OrderCondition.HiddenState, write, $"'{target.Syntax}' is written");
                break;
        }
    }

    /// <summary>
    /// Changes an object that the method has made itself: as long as that keeps its place, a call that is given none of it may start
    /// before.
    /// </summary>
    private void WriteOwn(ILocalSymbol owner, IOperation write, OrderCondition condition, FlowValue value)
    {
        Report(condition, write, $"'{owner.Name}' is changed", isUnseenBy: later => OwnObjects.IsUnseenBy(owner, later, body));
        _variables[owner] = ValueOf(owner) | value | (_conditional ? _condition : FlowValue.None);
    }

    private void Write(ISymbol variable, IOperation write, FlowValue value)
    {
        if (iteration?.IsOuter(variable) is true)
            Report(OrderCondition.ValueFlow, write, $"'{variable.Name}' is carried to the next iteration");
        if (WriteVisibility.IsSeen(variable, write, _trace.Region, body))
            Report(OrderCondition.HiddenState, write, $"'{variable.Name}' is written and would be seen");
        if (_conditional)
            value = value | ValueOf(variable) | _condition;
        _variables[variable] = body.Variables.MayChangeUnseen(variable, write) ? value.AsData() : value;
    }

    /// <summary>The variables in it may hold anything from here on.</summary>
    private void Forget(IOperation target)
    {
        foreach (var reference in target.DescendantsAndSelf())
        {
            if (reference.ReferencedVariable() is { } variable)
                _variables.Remove(variable);
        }
    }
}
