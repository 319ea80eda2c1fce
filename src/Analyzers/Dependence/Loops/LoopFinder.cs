using Microsoft.CodeAnalysis.Operations;
using Pipeline.Analyzers.Dependence.Order;
using Pipeline.Analyzers.Dependence.Tracing;
using Pipeline.Analyzers.Names;

namespace Pipeline.Analyzers.Dependence.Loops;

/// <summary>Finds the loops of a body whose iterations could overlap.</summary>
internal static class LoopFinder
{
    public static IEnumerable<LoopCalls> Find(BodyContext body, CancellationToken cancellationToken)
    {
        foreach (var loop in body.Loops)
        {
            if (body.HoldsCalls(loop.Body) && Judge(loop, body, cancellationToken) is { Loop: { } found })
                yield return found;
        }
    }

    /// <summary>The loop if its iterations could overlap, else why they cannot.</summary>
    public static LoopVerdict Judge(ILoopOperation loop, BodyContext body, CancellationToken cancellationToken)
    {
        var counter = loop is IForLoopOperation @for ? LoopCounter.Of(@for, body) : null;
        if (counter is null && (loop is not IForEachLoopOperation each || !LoopSource.IsInMemory(each, body)))
            return new(OrderCondition.ControlFlow, "the loop does not walk over a sequence in memory", loop);

        var iteration = new Iteration(loop, counter, body);
        if (FlowTracer.RunIteration(body, iteration, cancellationToken) is not { } trace)
            return new(OrderCondition.SameRegion, "the iterations themselves make no call that counts", loop);
        if (trace.Ambient is { } scope)
            return new(OrderCondition.SameRegion, "a scope that calls take part in may be alive", scope);
        if (trace.Incidents is [var incident, ..])
            return new(incident.Condition, incident.Describe(), incident.Operation);

        foreach (var call in trace.Calls)
        {
            if (call.Call.Effect.Kind is not EffectKind.Query)
                return new(OrderCondition.QueriesOnly, $"'{call}' is not known to be a query: {call.Call.Effect.Reason}", call.Invocation);
            if (call.Consumed is { } consumed)
                return new(OrderCondition.HeapFlow, $"every iteration uses up what it reads from, '{consumed.Syntax}'", consumed);
            if (call.Call.Lanes is [var lane, ..])
                return new(OrderCondition.Gain, PairOrder.TextOf(lane), call.Invocation);
            if (ReadProtocols.Order(call) is { } protocol)
                return new(protocol.Condition, protocol.Text, protocol.Cause);
            if (RepeatedQuestions.IsSameEachTime(call, loop))
                return new(OrderCondition.RepeatedQuestion, $"'{call}' asks the same each time, so its answer may change", call.Invocation);
        }

        return iteration.Places is [var place]
            ? new(new LoopCalls(loop, trace, place))
            : new(OrderCondition.HiddenState, "an iteration does not leave exactly one result behind", loop);
    }
}
