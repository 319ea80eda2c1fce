using Pipeline.Analyzers.Dependence.Conditions;
using Pipeline.Analyzers.Dependence.Harmless;

namespace Pipeline.Analyzers.Dependence;

/// <summary>Asks the conditions, in turn, why two calls stay one after the other.</summary>
internal static class PairOrder
{
    /// <summary>The first condition that does not hold; null when the later call could have started before the earlier one ended.</summary>
    /// <remarks>Effects come last: where they alone stand in the way, the developer can declare one.</remarks>
    public static OrderReason? Of(CallPair pair) =>
        ValueFlow.Order(pair)
        ?? OrderUnwatched.Order(pair)
        ?? SafeArguments.Order(pair)
        ?? HiddenState.Order(pair)
        ?? HeapFlow.Order(pair)
        ?? ControlFlow.Order(pair)
        ?? SameRegion.Order(pair)
        ?? HarmlessBetween.Order(pair)
        ?? Gain.Order(pair)
        ?? QueriesOnly.Order(pair);

    /// <summary>The first incident between the calls that breaks the condition, as a reason.</summary>
    public static OrderReason? Reason(this CallPair pair, OrderCondition condition) =>
        pair.Trace.FirstBetween(pair, condition) is { } incident ? new(condition, incident.Describe(), incident.Operation) : null;
}
