using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Pipeline.Analyzers.Dependence.Harmless;
using Pipeline.Analyzers.Library;
using Pipeline.Analyzers.Symbols;

namespace Pipeline.Analyzers.Dependence.Tracing;

internal sealed partial class FlowTracer
{
    public override FlowValue VisitObjectCreation(IObjectCreationOperation operation, object? argument)
    {
        var value = VisitArguments(operation.Arguments);
        if (operation.Constructor is null || !body.Types.IsPlainConstructor(operation.Constructor))
            Report(OrderCondition.HarmlessBetween, operation, $"the constructor of '{operation.Type?.Name}' may run code");
        return value | VisitInitializer(operation.Initializer);
    }

    public override FlowValue VisitAnonymousObjectCreation(IAnonymousObjectCreationOperation operation, object? argument) =>
        VisitAll(
            operation.Initializers.Select(static member => member is ISimpleAssignmentOperation assignment ? assignment.Value : member));

    public override FlowValue VisitWith(IWithOperation operation, object? argument)
    {
        var value = VisitReceiver(operation.Operand);
        if (!RecordCopies.IsPlainClone(operation.CloneMethod))
            Report(OrderCondition.HarmlessBetween, operation, "copying may run code");
        return value | VisitInitializer(operation.Initializer);
    }

    private FlowValue VisitInitializer(IObjectOrCollectionInitializerOperation? initializer)
    {
        var value = FlowValue.None;
        foreach (var member in initializer?.Initializers ?? [])
            value |= VisitMemberOfNew(member);
        return value;
    }

    /// <summary>Nobody else has seen the new object: setting its plain members and filling its own list shows nowhere.</summary>
    private FlowValue VisitMemberOfNew(IOperation member)
    {
        switch (member)
        {
            case ISimpleAssignmentOperation { Target: IMemberReferenceOperation target } assignment when Members.StoresPlainly(target):
                return Visit(assignment.Value).AsData();
            case ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Arguments: [{ Value: var key }] } entry } assignment
                when CollectionTypes.HashesPlainly(entry.Property.ContainingType) && body.IsNotNull(key):
                return Visit(key) | Visit(assignment.Value);
            case IInvocationOperation { Instance: IInstanceReferenceOperation } add when CollectionTypes.AddsPlainly(add.TargetMethod):
                return VisitArguments(add.Arguments);
            case IInvocationOperation add:
                var value = VisitArguments(add.Arguments);
                Report(OrderCondition.HarmlessBetween, add, $"'{add.TargetMethod.Name}' may have effects or throw");
                return value;
            case ISimpleAssignmentOperation assignment:
                var assigned = VisitAll(assignment.Target.ChildOperations) | Visit(assignment.Value);
                Report(OrderCondition.HarmlessBetween, assignment, "setting the member may run code");
                return assigned;
            default:
                return Visit(member);
        }
    }

    public override FlowValue VisitArrayCreation(IArrayCreationOperation operation, object? argument)
    {
        var sizes = VisitAll(operation.DimensionSizes);
        if (!operation.DimensionSizes.All(IsCount))
            Report(OrderCondition.HarmlessBetween, operation, "the size may be negative");
        return operation.Initializer is null ? sizes : VisitElements(operation.Initializer.ElementValues);
    }

    public override FlowValue VisitArrayInitializer(IArrayInitializerOperation operation, object? argument) =>
        VisitElements(operation.ElementValues);

    public override FlowValue VisitCollectionExpression(ICollectionExpressionOperation operation, object? argument)
    {
        var value = VisitElements(operation.Elements);
        if (!CollectionTypes.BuildsPlainly(operation))
            Report(OrderCondition.HarmlessBetween, operation, "building the collection may run code");
        return value;
    }

    public override FlowValue VisitSpread(ISpreadOperation operation, object? argument)
    {
        var value = VisitReceiver(operation.Operand);
        if (!CollectionTypes.IsInMemory(operation.Operand.Type) || !operation.ElementConversion.IsIdentity)
            Report(OrderCondition.HarmlessBetween, operation, "enumerating may run code");
        return value.AsData();
    }

    private FlowValue VisitElements(IEnumerable<IOperation> elements)
    {
        var value = FlowValue.None;
        foreach (var element in elements)
            value = value.With(Visit(element));
        return value;
    }

    /// <summary>Whether the number counts something, so that an array of that size can be made.</summary>
    private static bool IsCount(IOperation size) => size.ConstantValue switch
    {
        { HasValue: true, Value: int constant } => constant >= 0,
        _ => size.Unwrapped() is IPropertyReferenceOperation { Property.Name: "Length" or "Count", Arguments.IsEmpty: true },
    };
}
