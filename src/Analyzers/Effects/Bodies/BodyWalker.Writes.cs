using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Pipeline.Analyzers.Symbols;

namespace Pipeline.Analyzers.Effects.Bodies;

/// <content>Writing: harmless to variables and new objects, an effect on anything else.</content>
internal sealed partial class BodyWalker
{
    private void VisitAssignment(IAssignmentOperation assignment)
    {
        switch (assignment)
        {
            case ICompoundAssignmentOperation compound:
                VisitCompound(compound);
                break;
            case IDeconstructionAssignmentOperation { SemanticModel: { } model, Syntax: AssignmentExpressionSyntax syntax }:
                Deconstruct(assignment, model.GetDeconstructionInfo(syntax));
                break;
            case ICoalesceAssignmentOperation:
                ReadBeforeWrite(assignment.Target);
                break;
        }

        if (Remembers(assignment))
            Add(Touches.Unknown, assignment, $"remembers a result in {Name(assignment.Target)}");
        else
            Write(assignment.Target, assignment);
        _pending.Push(assignment.Value);
        VisitPlace(assignment.Target);
    }

    private void VisitCompound(ICompoundAssignmentOperation compound)
    {
        Convert(compound, compound.InConversion);
        Convert(compound, compound.OutConversion);
        ReadBeforeWrite(compound.Target);
        if (compound.OperatorMethod is { IsStatic: false } @operator)
            Call(compound, @operator, compound.Target, [compound.Value]);
        else
            Call(compound, compound.OperatorMethod, instance: null, [compound.Target, compound.Value]);
    }

    /// <summary>
    /// Whether the write only keeps what the body would compute again, so that no other call need see it. What depends on the
    /// arguments is not that: there the first call decides for all that follow.
    /// </summary>
    private bool Remembers(IAssignmentOperation assignment) =>
        assignment is ICoalesceAssignmentOperation && !IsOwnVariable(assignment.Target)
        && !assignment.DescendantsAndSelf().Any(part => part is ILocalReferenceOperation || (part is IParameterReferenceOperation { Parameter: var parameter } && _origins.IsOwn(parameter)));

    private void VisitIncrement(IIncrementOrDecrementOperation increment)
    {
        Call(increment, increment.OperatorMethod, instance: null, [increment.Target]);
        ReadBeforeWrite(increment.Target);
        Write(increment.Target, increment);
        VisitPlace(increment.Target);
    }

    private void ReadBeforeWrite(IOperation target)
    {
        if (target is IPropertyReferenceOperation property)
            ReadProperty(property);
    }

    /// <summary>What has to be evaluated to know where to write, without reading what stands there.</summary>
    private void VisitPlace(IOperation target)
    {
        foreach (var part in target.ChildOperations)
        {
            if (target is ITupleOperation or IDeclarationExpressionOperation)
                VisitPlace(part);
            else
                _pending.Push(part);
        }
    }

    private void Write(IOperation target, IOperation by)
    {
        switch (target)
        {
            case ITupleOperation tuple:
                foreach (var element in tuple.Elements)
                    Write(element, by);
                break;
            case IConversionOperation conversion:
                Write(conversion.Operand, by);
                break;
            case IDiscardOperation or IDeclarationExpressionOperation or ILocalReferenceOperation { Local.RefKind: RefKind.None }:
                break;
            case ILocalReferenceOperation { Local: var local } when by is not ISimpleAssignmentOperation { IsRef: true } && PlaceOf(local, by) is { } place:
                Write(place, by);
                break;
            case IParameterReferenceOperation { Parameter: var parameter } when _origins.IsOwn(parameter):
                if (parameter.RefKind is not (RefKind.None or RefKind.Out))
                    Add(Touches.Unknown, by, $"writes the variable behind '{parameter.Name}'");
                break;
            case IParameterReferenceOperation { Parameter: var parameter }:
                Add(Touches.WritesInstance, by, $"writes '{parameter.Name}'");
                break;
            case IFieldReferenceOperation { Field: { IsStatic: true } field }:
                Add(Touches.WritesGlobal, by, $"writes '{field.Name}'");
                break;
            case IFieldReferenceOperation field:
                WriteInside(field.Instance, by, field.Field.Name);
                break;
            case IEventReferenceOperation { Event: var @event } subscription:
                WriteInside(subscription.Instance, by, @event.Name);
                break;
            case IPropertyReferenceOperation property:
                WriteProperty(property, by);
                break;
            case IArrayElementReferenceOperation element:
                WriteInto(_origins.Of(element.ArrayReference), by, "an element of " + Name(element.ArrayReference));
                break;
            case IImplicitIndexerReferenceOperation indexer:
                WriteInto(_origins.Of(indexer.Instance), by, "an element of " + Name(indexer.Instance));
                break;
            default:
                Add(Touches.Unknown, by, "writes to a place that cannot be judged");
                break;
        }
    }

    /// <summary>What a local by reference stands for, where its declaration shows it.</summary>
    private static IOperation? PlaceOf(ILocalSymbol local, IOperation by) =>
        local.DeclaringSyntaxReferences is [var declaration]
        && by.SemanticModel?.GetOperation(declaration.GetSyntax()) is IVariableDeclaratorOperation declarator
            ? declarator.GetVariableInitializer()?.Value
            : null;

    private void WriteProperty(IPropertyReferenceOperation reference, IOperation by)
    {
        var property = reference.Property;
        if (property.IsAuto())
        {
            if (property.IsStatic)
                Add(Touches.WritesGlobal, by, $"writes '{property.Name}'");
            else
                WriteInside(reference.Instance, by, property.Name);
        }
        else if (_known.IsContainer(property.ContainingType) && reference.Instance is { } container)
        {
            WriteInto(_origins.Of(container), by, "an element of " + Name(container));
        }
        else
        {
            Call(reference, property.SetMethod, reference.Instance, [], MayBeOverridden(property));
        }
    }

    /// <summary>Writes a member: of a struct's variable that is writing the variable, of an object its origin tells.</summary>
    private void WriteInside(IOperation? instance, IOperation by, string member)
    {
        if (instance is null or IInstanceReferenceOperation || instance.Type is not { IsValueType: true })
            WriteInto(_origins.Of(instance), by, $"'{member}'");
        else
            Write(instance, by);
    }

    private void WriteInto(Origin origin, IOperation by, string what)
    {
        var kind = origin switch
        {
            Origin.Fresh => Touches.Nothing,
            Origin.Instance => Touches.WritesInstance,
            Origin.InstancePart => Touches.WritesInstancePart,
            Origin.Argument => Touches.WritesArgument,
            Origin.ArgumentPart => Touches.WritesArgumentPart,
            Origin.Global => Touches.WritesGlobal,
            _ => Touches.Unknown,
        };
        Add(kind, by, "writes " + what);
    }

    private static string Name(IOperation expression) => expression.WithoutConversions() switch
    {
        ILocalReferenceOperation local => $"'{local.Local.Name}'",
        IParameterReferenceOperation parameter => $"'{parameter.Parameter.Name}'",
        IMemberReferenceOperation member => $"'{member.Member.Name}'",
        _ => "an object",
    };
}
