using Microsoft.CodeAnalysis;
using Pipeline.Analyzers.Dependence.Tracing;

namespace Pipeline.Analyzers.Dependence.Order;

/// <summary>Asks the conditions, in turn, why two calls stay one after the other.</summary>
internal static class PairOrder
{
    /// <summary>The first condition that does not hold; null when the later call could have started before the earlier one ended.</summary>
    /// <remarks>Effects come last: where they alone stand in the way, the developer can declare one.</remarks>
    public static OrderReason? Of(CallPair pair) =>
        ValueFlow(pair)
        ?? OrderUnwatched(pair)
        ?? SafeArguments(pair)
        ?? HiddenState(pair)
        ?? HeapFlow(pair)
        ?? ControlFlow(pair)
        ?? SameRegion.Order(pair)
        ?? HarmlessBetween(pair)
        ?? Gain(pair)
        ?? RepeatedQuestions.Order(pair)
        ?? ReadProtocols.Order(pair)
        ?? QueriesOnly.Order(pair);

    /// <summary>The first incident between the calls that breaks the condition, as a reason.</summary>
    public static OrderReason? Reason(this CallPair pair, OrderCondition condition) =>
        pair.Trace.FirstBetween(pair, condition) is { } incident ? new(condition, incident.Describe(), incident.Operation) : null;

    /// <summary>Condition 1: nothing the later call uses comes from the earlier one's result.</summary>
    private static OrderReason? ValueFlow(CallPair pair) => (pair.Later.Inputs & pair.Earlier.Bit) == 0
        ? null
        : new(
            OrderCondition.ValueFlow,
            $"'{pair.Later.Call.Name}' uses the result of '{pair.Earlier.Call.Name}'",
            pair.Later.Invocation);

    /// <summary>
    /// Condition 2: nothing in between writes what the later call can read, and what it reads cannot change while others run.
    /// </summary>
    /// <remarks>Sharing an argument is fine, unless reading it uses it up.</remarks>
    private static OrderReason? HeapFlow(CallPair pair) =>
        pair.Reason(OrderCondition.HeapFlow)
        ?? (pair is { Earlier.Consumed: not null, Later.Consumed: { } consumed }
            ? new(OrderCondition.HeapFlow, $"both calls use up what they read from, '{consumed.Syntax}'", consumed)
            : null);

    /// <summary>Condition 3: the later call runs whenever the earlier one runs.</summary>
    private static OrderReason? ControlFlow(CallPair pair) => pair.Reason(OrderCondition.ControlFlow);

    /// <summary>Condition 4: nothing stands in between but what is known to have no effect and not to throw.</summary>
    private static OrderReason? HarmlessBetween(CallPair pair) => pair.Reason(OrderCondition.HarmlessBetween);

    /// <summary>Condition 5: evaluating the later call's receiver and arguments cannot throw.</summary>
    private static OrderReason? SafeArguments(CallPair pair) => pair.Reason(OrderCondition.SafeArguments);

    /// <summary>
    /// Condition 6: nothing written from the earlier call's own assignment on to the later call is seen by anyone if the later call
    /// fails first.
    /// </summary>
    private static OrderReason? HiddenState(CallPair pair) => pair.Reason(OrderCondition.HiddenState);

    /// <summary>Condition 9: overlapping would help, and the services that both calls reach can take it.</summary>
    private static OrderReason? Gain(CallPair pair) =>
        pair.Later.Call.Lanes.FirstOrDefault(lane => pair.Earlier.Call.Lanes.Contains(lane, SymbolEqualityComparer.Default)) is { } shared
            ? new(OrderCondition.Gain, TextOf(shared), pair.Later.Invocation)
            : null;

    /// <summary>
    /// Condition 11: nothing in between watches the order: no await of anything but the calls that count, no clock, no ambient value.
    /// </summary>
    private static OrderReason? OrderUnwatched(CallPair pair) => pair.Reason(OrderCondition.OrderUnwatched);

    /// <summary>Why two calls that reach the service, the API or the grain do not overlap.</summary>
    public static string TextOf(ISymbol lane) =>
        $"'{lane.Name}' runs one call at a time, or has declared limits that both calls would use up";
}
