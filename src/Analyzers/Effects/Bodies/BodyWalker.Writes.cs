using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Pipeline.Analyzers.Dependence.Tracing;
using Pipeline.Analyzers.Symbols;

namespace Pipeline.Analyzers.Effects.Bodies;

/// <content>Writing: harmless to variables and new objects, an effect on anything else.</content>
internal sealed partial class BodyWalker
{
    private static readonly (Places Place, Touches Kind)[] Kinds =
    [
        (Places.Instance, Touches.WritesInstance), (Places.InstancePart, Touches.WritesInstancePart),
        (Places.Argument, Touches.WritesArgument),
        (Places.ArgumentPart, Touches.WritesArgumentPart), (Places.Global, Touches.WritesGlobal),
    ];

    /// <summary>The locals by reference that are being followed, so that a cycle of them ends.</summary>
    private readonly HashSet<ISymbol> _followed = new(SymbolEqualityComparer.Default);

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
            Add(
                assignment.Target.Type is { } type && _library.IsImmutable(type) ? Touches.ByName : Touches.Unknown,
                assignment,
                $"remembers a result in {Name(assignment.Target)}");
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
            Call(compound, @operator, compound.Target, Passed(compound.Value));
        else
            Call(compound, compound.OperatorMethod, instance: null, Passed(compound.Target, compound.Value));
    }

    /// <summary>
    /// Whether the write only keeps what the body would compute again, so that no other call need see it. What depends on the
    /// arguments is not that: there the first call decides for all that follow.
    /// </summary>
    private bool Remembers(IAssignmentOperation assignment) =>
        assignment is ICoalesceAssignmentOperation && !IsOwnVariable(assignment.Target)
        && !assignment.DescendantsAndSelf().Any(part => part is ILocalReferenceOperation
            || (part is IParameterReferenceOperation { Parameter: var parameter } && _origins.IsOwn(parameter)));

    private void VisitIncrement(IIncrementOrDecrementOperation increment)
    {
        if (increment.OperatorMethod is { IsStatic: false } @operator)
            Call(increment, @operator, increment.Target, []);
        else
            Call(increment, increment.OperatorMethod, instance: null, Passed(increment.Target));
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
            case ILocalReferenceOperation { Local: var local } when by is not ISimpleAssignmentOperation { IsRef: true }:
                WriteBehind(local, by);
                break;
            case IParameterReferenceOperation { Parameter: var parameter } when _origins.IsOwn(parameter):
                if (parameter.RefKind is not (RefKind.None or RefKind.Out))
                    WriteReference(parameter, by);
                break;
            case IParameterReferenceOperation { Parameter: var parameter }:
                Add(Touches.WritesInstance, by, $"writes '{parameter.Name}'");
                break;
            case IFieldReferenceOperation { Field.RefKind: not RefKind.None }:
                Add(Touches.Unknown, by, "writes through a reference");
                break;
            case IFieldReferenceOperation { Field: { IsStatic: true } field }:
                if (!IsInitialized(field.ContainingType))
                    Add(Touches.WritesGlobal, by, $"writes '{field.Name}'");
                break;
            case IFieldReferenceOperation field:
                WriteInside(field.Instance, by, field.Field.Name);
                break;
            case IEventReferenceOperation { Event: { IsStatic: true } @event }:
                Add(Touches.WritesGlobal, by, $"writes '{@event.Name}'");
                break;
            case IEventReferenceOperation { Event: var @event } subscription:
                WriteInside(subscription.Instance, by, @event.Name);
                if (!IsField(@event))
                    Add(Touches.Unknown, by, $"subscribes to '{@event.Name}' by code of its own");
                break;
            case IPropertyReferenceOperation property:
                WriteProperty(property, by);
                break;
            case IArrayElementReferenceOperation element:
                WriteInto(_origins.Of(element.ArrayReference), by, "an element of " + Name(element.ArrayReference));
                break;
            case IImplicitIndexerReferenceOperation indexer when _library.IsContainer(indexer.Instance.Type!):
                WriteInto(_origins.Of(indexer.Instance), by, "an element of " + Name(indexer.Instance));
                break;
            default:
                Add(Touches.Unknown, by, "writes to a place that cannot be judged");
                break;
        }
    }

    /// <summary>Writes all that a local by reference may stand for.</summary>
    private void WriteBehind(ILocalSymbol local, IOperation by)
    {
        if (!_followed.Add(local))
            return;
        var places = _origins.PlacesOf(local);
        if (places.Count == 0)
            Add(Touches.Unknown, by, $"writes what '{local.Name}' stands for");
        foreach (var place in places)
        {
            if (place.Value is null)
                Add(Touches.Unknown, by, $"writes what '{local.Name}' stands for");
            else if (place.IsPart)
                WriteInto(_origins.Of(place.Value), by, "an element of " + Name(place.Value));
            else
                Write(place.Value, by);
        }

        _followed.Remove(local);
    }

    /// <summary>A method's own parameter is known where it is called; a function's inside it is not.</summary>
    private void WriteReference(IParameterSymbol parameter, IOperation by)
    {
        bool isMethods =
            parameter.ContainingSymbol is IMethodSymbol { MethodKind: not (MethodKind.LocalFunction or MethodKind.AnonymousFunction) }
            && parameter.Ordinal < 64;
        string reason = $"writes the variable behind '{parameter.Name}'";
        if (isMethods)
            Add(new(Touches.WritesReference, by, reason, 1UL << parameter.Ordinal));
        else
            Add(Touches.Unknown, by, reason);
    }

    /// <summary>A static constructor that fills its own type changes nothing that anyone has seen.</summary>
    private bool IsInitialized(INamedTypeSymbol type) =>
        _method is { MethodKind: MethodKind.StaticConstructor } && SymbolEqualityComparer.Default.Equals(_method.ContainingType, type);

    private bool IsOwnVariable(IOperation place) => place switch
    {
        ILocalReferenceOperation { Local.RefKind: RefKind.None } => true,
        IDeclarationExpressionOperation or IDiscardOperation => true,
        IParameterReferenceOperation { Parameter: { RefKind: RefKind.None } parameter } => _origins.IsOwn(parameter),
        _ => false,
    };

    private void WriteProperty(IPropertyReferenceOperation reference, IOperation by)
    {
        var property = reference.Property;
        if (property.ContainingType.IsAnonymousType)
            return;
        if (property.RefKind is RefKind.Ref && _library.Find(property.ContainingType) is null)
        {
            Add(Touches.Unknown, by, $"writes through the reference that '{property.Name}' returns");
        }
        else if (property.IsAuto() && _library.Find(property.ContainingType) is null)
        {
            if (property.IsStatic && IsInitialized(property.ContainingType))
                return;
            if (property.IsStatic)
                Add(Touches.WritesGlobal, by, $"writes '{property.Name}'");
            else
                WriteInside(reference.Instance, by, property.Name);
        }
        else if (property.SetMethod is null && reference.Instance is { } container && _library.IsContainer(property.ContainingType))
        {
            WriteInto(_origins.Of(container), by, "an element of " + Name(container));
        }
        else if (property.SetMethod is null)
        {
            if (_method is not { MethodKind: MethodKind.Constructor or MethodKind.StaticConstructor })
                Add(Touches.Unknown, by, $"writes what '{property.Name}' gives");
        }
        else
        {
            Call(
                by,
                property.SetMethod,
                reference.Instance,
                [.. Passed(reference.Arguments), .. ValueOf(by, property)],
                MayBeOverridden(property));
        }
    }

    private static bool IsField(IEventSymbol @event) => @event.ContainingType.GetMembers().OfType<IFieldSymbol>()
        .Any(field => SymbolEqualityComparer.Default.Equals(field.AssociatedSymbol, @event));

    /// <summary>What a setter is given, as its last parameter.</summary>
    private static IEnumerable<PassedValue> ValueOf(IOperation by, IPropertySymbol property) =>
        by is ISimpleAssignmentOperation { Value: var value } ? [new(property.Parameters.Length, value)] : [];

    /// <summary>Writes a member: of a struct's variable that is writing the variable, of an object its origin tells.</summary>
    private void WriteInside(IOperation? instance, IOperation by, string member)
    {
        if (instance is null or IInstanceReferenceOperation || instance.Type is not { IsValueType: true })
            WriteInto(_origins.Of(instance), by, $"'{member}'");
        else
            Write(instance, by);
    }

    /// <summary>Writes an object. One that may be new or not is not known; nobody is told that it certainly writes.</summary>
    private void WriteInto(Origin origin, IOperation by, string what)
    {
        what = "writes " + what;
        var places = origin.Places & ~Places.Fresh;
        if ((origin.Places & Places.Unknown) != 0 || (places != 0 && (origin.Places & Places.Fresh) != 0))
            Add(Touches.Unknown, by, what + ", which may belong to others");
        else
            WritePlaces(places, origin.Parameters, by, what);
    }

    private void WritePlaces(Places places, ulong parameters, IOperation by, string reason)
    {
        foreach (var (place, kind) in Kinds)
        {
            if ((places & place) != 0)
                Add(new(kind, by, reason, parameters));
        }
    }

    private static string Name(IOperation expression) => expression.WithoutConversions() switch
    {
        ILocalReferenceOperation local => $"'{local.Local.Name}'",
        IParameterReferenceOperation parameter => $"'{parameter.Parameter.Name}'",
        IMemberReferenceOperation member => $"'{member.Member.Name}'",
        _ => "an object",
    };
}
