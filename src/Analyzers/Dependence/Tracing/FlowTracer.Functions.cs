using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Pipeline.Analyzers.Symbols;

namespace Pipeline.Analyzers.Dependence.Tracing;

internal sealed partial class FlowTracer
{
    public override FlowValue VisitDelegateCreation(IDelegateCreationOperation operation, object? argument)
    {
        var value = Visit(operation.Target).AsData();
        if (_given is null)
            return value;
        if (operation.Target is IAnonymousFunctionOperation { Body.Operations: [IReturnOperation { ReturnedValue: { } result }] })
            return value | VisitConditionally(result, value);
        ReportDelegate(operation);
        return value;
    }

    public override FlowValue VisitMethodReference(IMethodReferenceOperation operation, object? argument) =>
        VisitReceiver(operation.Instance);

    public override FlowValue VisitLocalFunction(ILocalFunctionOperation operation, object? argument)
    {
        if (operation.Body is { } function)
            _functions.Enqueue(function);
        return FlowValue.None;
    }

    public override FlowValue VisitAnonymousFunction(IAnonymousFunctionOperation operation, object? argument)
    {
        if (operation.Parent?.Type is { TypeKind: TypeKind.Delegate })
            _functions.Enqueue(operation.Body);
        var captured = FlowValue.None;
        foreach (var reference in operation.Body.Descendants())
        {
            if (reference.ReferencedVariable() is { } variable)
                captured |= ValueOf(variable);
        }

        if (captured.All != 0)
            Report(OrderCondition.HiddenState, operation, "a result is captured", isUnseenBy: static _ => true);
        return captured;
    }

    /// <summary>Code that a call is given would run beside the calls before it.</summary>
    private void ReportDelegate(IOperation operation) =>
        Report(OrderCondition.SafeArguments, operation, $"'{operation.Syntax}' may run any code");
}
