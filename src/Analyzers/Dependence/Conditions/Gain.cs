using Microsoft.CodeAnalysis;

namespace Pipeline.Analyzers.Dependence.Conditions;

/// <summary>Condition 9: overlapping would help, because the calls do not queue for one service that declares to run one at a time.</summary>
internal static class Gain
{
    public static OrderReason? Order(CallPair pair) =>
        pair.Later.Call.RunsOneAtATime && SymbolEqualityComparer.Default.Equals(pair.Earlier.Call.Service, pair.Later.Call.Service)
            ? new(OrderCondition.Gain, $"'{pair.Later.Call.Service.Name}' runs one call at a time", pair.Later.Invocation)
            : null;
}
