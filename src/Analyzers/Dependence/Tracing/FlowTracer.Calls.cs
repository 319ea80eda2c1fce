using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Pipeline.Analyzers.Dependence.Calls;
using Pipeline.Analyzers.Library;
using Pipeline.Analyzers.Symbols;

namespace Pipeline.Analyzers.Dependence.Tracing;

internal sealed partial class FlowTracer
{
    public override FlowValue VisitInvocation(IInvocationOperation operation, object? argument)
    {
        if (body.CallOf(operation) is { } call && !_trace.IsFull)
            return VisitServiceCall(call);
        if (AwaitForms.KeepsTask(operation))
            return Visit(operation.Instance);
        if (Joins.TakesTasks(operation.TargetMethod))
            return VisitJoin(operation);

        if (iteration?.Appends(operation) is true)
            return VisitArguments(operation.Arguments);

        var value = VisitReceiver(operation.Instance) | VisitArguments(operation.Arguments);
        if (body.IsNamedHarmless(operation) && (operation.Instance is not { } named || Receivers.IsNotNull(named, body)))
        {
            Report(OrderCondition.HarmlessBetween, operation, $"'{operation.TargetMethod.Name}' is called", isUnseenBy: static _ => true);
            return FlowValue.None;
        }

        if (LogCalls.Contains(operation) && Receivers.IsNotNull(operation.Instance ?? operation.Arguments[0].Value, body))
        {
            Report(OrderCondition.HarmlessBetween, operation, $"'{operation.TargetMethod.Name}' logs", isUnseenBy: static _ => true);
            return FlowValue.None;
        }

        if (OwnObjects.OwnerOf(operation, _trace.Region, body) is { } owner)
        {
            WriteOwn(owner, operation, OrderCondition.HarmlessBetween, value);
            return value;
        }

        if (OrderWatchers.Contains(operation.TargetMethod))
            Report(OrderCondition.OrderUnwatched, operation, $"'{operation.Syntax}' is called");
        else if (!HarmlessCalls.Contains(operation) && !AwaitForms.IsAwaited(operation))
            Report(OrderCondition.HarmlessBetween, operation, $"'{operation.TargetMethod.Name}' may have effects or throw");
        return value;
    }

    private FlowValue VisitServiceCall(ServiceCall call)
    {
        var node = new CallNode(call);
        var outer = _given;
        _given = node;
        var inputs = VisitReceiver(call.Invocation.Instance) | VisitArguments(call.Invocation.Arguments);
        if (call.Invocation is { Instance: null, Arguments: [var extended, ..] } && !Receivers.IsNotNull(extended.Value, body))
            Report(OrderCondition.SafeArguments, extended, $"'{extended.Syntax}' may be null");
        _given = outer;

        node.Inputs = inputs.All;
        _trace.Start(node, ++_step);
        if (call.View is not CallViews.Sync)
            return new(Sources: 0, Tasks: node.Bit);
        End(node, call.Invocation);
        return new(node.Bit);
    }

    private FlowValue VisitArguments(IEnumerable<IArgumentOperation> arguments)
    {
        var value = FlowValue.None;
        foreach (var argument in arguments)
            value |= VisitArgument(argument, null);
        return value;
    }

    public override FlowValue VisitArgument(IArgumentOperation operation, object? argument)
    {
        if (operation.ArgumentKind is ArgumentKind.DefaultValue)
            return FlowValue.None;
        if (operation.Parameter is null or { RefKind: not RefKind.None })
        {
            Report(OrderCondition.HeapFlow, operation, "is passed by reference");
            Forget(operation.Value);
        }

        return Visit(operation.Value).AsData();
    }

    /// <summary>Tasks gathered: waiting for them waits for each.</summary>
    private FlowValue VisitJoin(IInvocationOperation join)
    {
        var tasks = FlowValue.None;
        foreach (var argument in join.Arguments)
        {
            var value = Visit(argument.Value);
            tasks = tasks.With(value);
        }

        foreach (var call in _trace.Calls)
        {
            if ((tasks.Tasks & call.Bit) != 0 && call.Wait is null)
                call.Join ??= join;
        }

        if (Joins.WaitsForAll(join.TargetMethod))
            return tasks;
        Report(OrderCondition.HarmlessBetween, join, $"'{join.TargetMethod.Name}' may run any code");
        return tasks with { Foreign = true };
    }

    public override FlowValue VisitAwait(IAwaitOperation operation, object? argument)
    {
        var awaited = Visit(operation.Operation);
        foreach (var call in _trace.Calls)
        {
            if ((awaited.Tasks & call.Bit) != 0 && call.Wait is null)
                End(call, operation);
        }

        if (awaited.Tasks == 0 || awaited.Foreign)
            Report(OrderCondition.OrderUnwatched, operation, "awaits something else");
        return awaited.AsData();
    }

    private void End(CallNode call, IOperation wait)
    {
        call.Wait = wait;
        call.End = ++_step;
    }
}
