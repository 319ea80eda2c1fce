using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Pipeline.Analyzers.Dependence.Harmless;
using Pipeline.Analyzers.Library;
using Pipeline.Analyzers.Symbols;

namespace Pipeline.Analyzers.Dependence.Tracing;

internal sealed partial class FlowTracer
{
    public override FlowValue VisitInstanceReference(IInstanceReferenceOperation operation, object? argument) => FlowValue.None;

    public override FlowValue VisitLocalReference(ILocalReferenceOperation operation, object? argument)
    {
        if (operation.Local.IsRef || operation.IsDeclaration)
            return operation.IsDeclaration ? FlowValue.None : DefaultVisit(operation, argument);
        return VisitVariable(operation.Local, operation);
    }

    public override FlowValue VisitParameterReference(IParameterReferenceOperation operation, object? argument)
    {
        var parameter = operation.Parameter;
        if (parameter.RefKind is not RefKind.None || (parameter.IsPrimary() && !body.Types.IsNeverAssigned(parameter)))
            ReportMutable(operation, parameter.Name);
        return VisitVariable(parameter, operation);
    }

    private FlowValue VisitVariable(ISymbol variable, IOperation operation)
    {
        if (iteration?.IsCarried(variable) is true)
            Report(OrderCondition.ValueFlow, operation, $"'{variable.Name}' comes from an earlier iteration");
        if (body.Variables.MayChangeUnseen(variable, operation))
            ReportMutable(operation, variable.Name);
        Give(operation);
        return ValueOf(variable);
    }

    public override FlowValue VisitFieldReference(IFieldReferenceOperation operation, object? argument) =>
        VisitMember(operation, body.Types.AccessOf(operation.Field), VisitReceiver(operation.Instance));

    public override FlowValue VisitPropertyReference(IPropertyReferenceOperation operation, object? argument)
    {
        var receiver = VisitReceiver(operation.Instance);
        if (AwaitForms.KeepsTask(operation))
            return receiver;
        if (operation.Property.Name is "Result" && receiver is { Tasks: not 0, Foreign: false } && AllEnded(receiver))
            return receiver.AsData();
        if (FrameworkProperties.IsToken(operation.Property) && operation.Instance is { } source && body.IsAlive(source))
            return receiver.AsData();
        if (FrameworkProperties.IsNullableValue(operation.Property)
            && operation.Instance is { } nullable
            && Nullness.HasValue(nullable, body))
            return receiver.AsData();
        if (operation.Arguments.IsEmpty)
            return VisitMember(operation, body.Types.AccessOf(operation.Property), receiver);

        var value = receiver | VisitArguments(operation.Arguments);
        if (operation is not { Instance: { } list, Arguments: [{ Value: var index }] } || iteration?.IsInRange(list, index) is not true)
            Report(OrderCondition.HarmlessBetween, operation, "an indexer may throw");
        return value;
    }

    private FlowValue VisitMember(IMemberReferenceOperation operation, MemberAccess access, FlowValue receiver)
    {
        if (OrderWatchers.Contains(operation.Member))
            Report(OrderCondition.OrderUnwatched, operation, $"'{operation.Syntax}' is read");
        else if (access is MemberAccess.RunsCode)
            Report(OrderCondition.HarmlessBetween, operation, $"'{operation.Member.Name}' may run code");
        else if (access is MemberAccess.Mutable && operation.IsShared(body.Variables))
            ReportMutable(operation, operation.Member.Name);
        Give(operation);
        return receiver.AsData();
    }

    public override FlowValue VisitArrayElementReference(IArrayElementReferenceOperation operation, object? argument)
    {
        var value = VisitReceiver(operation.ArrayReference) | VisitAll(operation.Indices);
        if (operation.Indices is not [var index] || iteration?.IsInRange(operation.ArrayReference, index) is not true)
            Report(OrderCondition.HarmlessBetween, operation, "an index may be out of range");
        return value;
    }

    public override FlowValue VisitConditionalAccess(IConditionalAccessOperation operation, object? argument)
    {
        var receiver = Visit(operation.Operation);
        return receiver | VisitConditionally(operation.WhenNotNull, receiver);
    }

    public override FlowValue VisitConditionalAccessInstance(IConditionalAccessInstanceOperation operation, object? argument) => _condition;

    /// <summary>An object that something is asked of, which throws if it is null.</summary>
    private FlowValue VisitReceiver(IOperation? receiver)
    {
        var value = Visit(receiver);
        if (receiver is not null && !Receivers.IsNotNull(receiver, body))
            Report(OrderCondition.HarmlessBetween, receiver, $"'{receiver.Syntax}' may be null");
        return value;
    }

    /// <summary>Some things are not harmless for a call to be given.</summary>
    private void Give(IOperation value)
    {
        if (_given is null)
            return;
        if (value.Type is { TypeKind: TypeKind.Delegate })
            ReportDelegate(value);
        else if (ConsumableTypes.Contains(value.Type) && iteration?.IsOwn(value) is not true)
            _given.Consumed ??= value;
    }

    private void ReportMutable(IOperation operation, string name) =>
        Report(OrderCondition.HeapFlow, operation, $"'{name}' may change in the meantime", onlyForGiven: true);

    private bool AllEnded(FlowValue value) => _trace.Calls.All(call => (value.Tasks & call.Bit) == 0 || call.Wait is not null);
}
