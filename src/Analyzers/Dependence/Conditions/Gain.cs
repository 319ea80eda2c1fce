using Microsoft.CodeAnalysis;
using Pipeline.Analyzers.Dependence.Harmless;

namespace Pipeline.Analyzers.Dependence.Conditions;

/// <summary>Condition 9: overlapping would help, because the calls do not queue for the same service, or grain, that runs one at a time.</summary>
internal static class Gain
{
    public static OrderReason? Order(CallPair pair) =>
        pair.Later.Call.Lane is { } lane && SymbolEqualityComparer.Default.Equals(pair.Earlier.Call.Lane, lane)
            ? new(OrderCondition.Gain, $"'{lane.Name}' runs one call at a time", pair.Later.Invocation)
            : null;
}
