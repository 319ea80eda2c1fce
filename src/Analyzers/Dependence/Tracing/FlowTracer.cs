using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Pipeline.Analyzers.Dependence.Tracing;

/// <summary>
/// Walks one function in order of evaluation and writes down, region by region, which calls start and end when, what each is
/// given, and every incident between them. What it does not know is an incident: harmless operations are listed, not harmful ones.
/// </summary>
/// <remarks>A visit gives what is known of the operation's value.</remarks>
internal sealed partial class FlowTracer(
    BodyContext body, Iteration? iteration, CancellationToken cancellationToken) : OperationVisitor<object?, FlowValue>
{
    private readonly List<CallTrace> _traces = [];
    private readonly Queue<IOperation> _functions = new();
    private Dictionary<ISymbol, FlowValue> _variables = new(SymbolEqualityComparer.Default);
    private CallTrace _trace = new(body.Root, body.AmbientScope, outer: null);
    private CallNode? _given;
    private bool _conditional;
    private FlowValue _condition;
    private int _step;

    /// <summary>The traces of a body: of its own regions, and of those of every lambda and local function in it.</summary>
    public static IReadOnlyList<CallTrace> Run(BodyContext body, CancellationToken cancellationToken)
    {
        var tracer = new FlowTracer(body, iteration: null, cancellationToken);
        tracer._functions.Enqueue(body.Root);
        while (tracer._functions.Count > 0)
            tracer.Enter(tracer._functions.Dequeue(), outer: null);
        return tracer._traces;
    }

    /// <summary>The trace of one iteration; null if no call stands on its line.</summary>
    public static CallTrace? RunIteration(BodyContext body, Iteration iteration, CancellationToken cancellationToken)
    {
        var tracer = new FlowTracer(body, iteration, cancellationToken);
        tracer.Enter(iteration.Loop.Body, outer: null);
        return tracer._traces.Find(trace => trace.Region == iteration.Loop.Body);
    }

    /// <summary>What is not listed: its calls are traced each on its own line, and nothing may move across it.</summary>
    public override FlowValue DefaultVisit(IOperation operation, object? argument)
    {
        cancellationToken.ThrowIfCancellationRequested();
        Report(OrderCondition.HarmlessBetween, operation, "is not known to be harmless");
        foreach (var child in operation.ChildOperations)
            Enter(child);
        return FlowValue.None;
    }

    private FlowValue Visit(IOperation? operation) =>
        operation is null || operation.ConstantValue.HasValue ? FlowValue.None : Visit(operation, null);

    private FlowValue ValueOf(ISymbol variable) => _variables.TryGetValue(variable, out var value) ? value : FlowValue.None;

    private FlowValue VisitAll(IEnumerable<IOperation> operations)
    {
        var value = FlowValue.None;
        foreach (var operation in operations)
            value |= Visit(operation);
        return value;
    }

    /// <summary>
    /// Traces a region of its own. The calls around it are over or not begun while it runs, so it starts with no knowledge.
    /// </summary>
    private void Enter(IOperation? region) => Enter(region, _trace);

    private void Enter(IOperation? region, CallTrace? outer)
    {
        if (region is null || !body.HoldsCalls(region))
            return;

        var (trace, variables, given, conditional, condition) = (_trace, _variables, _given, _conditional, _condition);
        (_trace, _variables, _given, _conditional, _condition) =
            (new(region, body.AmbientScope, outer), new(SymbolEqualityComparer.Default), null, false, FlowValue.None);
        if (region is IBlockOperation block)
            VisitStatements(block);
        else
            Visit(region);
        CloseTrace();
        (_trace, _variables, _given, _conditional, _condition) = (trace, variables, given, conditional, condition);
    }

    private void CloseTrace()
    {
        foreach (var call in _trace.Calls)
        {
            if (call.Wait is null)
                _trace.Add(
                    new(call.Start, OrderCondition.OrderUnwatched, call.Invocation, $"'{call.Call.Name}' is not awaited here", null));
        }

        if (_trace.Calls.Count > 0)
            _traces.Add(_trace);
    }

    /// <summary>Evaluates what may or may not run. With a call inside it is a region of its own, else part of the line.</summary>
    private FlowValue VisitConditionally(IOperation? operation, FlowValue condition)
    {
        if (operation is null)
            return FlowValue.None;

        if (body.HoldsCalls(operation))
        {
            Report(OrderCondition.ControlFlow, operation, "may be skipped");
            Enter(operation);
            return FlowValue.None;
        }

        var outer = (_conditional, _condition);
        (_conditional, _condition) = (true, _condition | condition);
        var value = Visit(operation);
        (_conditional, _condition) = outer;
        return value | condition;
    }

    private void Report(
        OrderCondition condition, IOperation operation, string text, bool onlyForGiven = false, Func<CallNode, bool>? isUnseenBy = null)
    {
        if (_given is not null && condition is OrderCondition.HarmlessBetween)
            condition = OrderCondition.SafeArguments;
        _trace.Add(
            new(++_step, condition, operation, text, onlyForGiven ? _given : null) { IsUnseenBy = _given is null ? isUnseenBy : null });
    }
}
