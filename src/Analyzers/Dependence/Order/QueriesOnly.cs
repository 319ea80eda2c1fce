using Pipeline.Analyzers.Dependence.Tracing;
using Pipeline.Analyzers.Names;

namespace Pipeline.Analyzers.Dependence.Order;

/// <summary>
/// Condition 8: the later call is a query, and so is every call it would overlap, but for what <see cref="PureAfterCommand"/>
/// allows.
/// </summary>
internal static class QueriesOnly
{
    public static OrderReason? Order(CallPair pair)
    {
        if (pair.Later.Call.Effect.Kind is not EffectKind.Query)
            return Reason(pair.Later);
        foreach (var call in pair.Trace.Calls)
        {
            if (call.Start < pair.Later.Start && call.End > pair.Earlier.Start && call.Call.Effect.Kind is not EffectKind.Query
                && !PureAfterCommand.MayOverlap(pair.Later, call))
            {
                return Reason(call);
            }
        }

        return null;
    }

    private static OrderReason Reason(CallNode call) => new(
        OrderCondition.QueriesOnly,
        $"'{call.Call.Name}' is not known to be a query: {call.Call.Effect.Reason}",
        call.Invocation);
}
