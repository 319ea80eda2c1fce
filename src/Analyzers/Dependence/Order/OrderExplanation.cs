using Pipeline.Analyzers.Dependence.Tracing;

namespace Pipeline.Analyzers.Dependence.Order;

/// <summary>Two calls that follow one another, and why they stay in order.</summary>
internal sealed record OrderExplanation(CallNode Earlier, CallNode Later, OrderReason Reason)
{
    /// <summary>The explanation of every ordered pair of calls in a body.</summary>
    public static IEnumerable<OrderExplanation> Of(IReadOnlyList<CallTrace> traces)
    {
        foreach (var ofLater in traces)
        {
            foreach (var later in ofLater.Calls)
            {
                foreach (var ofEarlier in traces)
                {
                    foreach (var earlier in ofEarlier.Calls)
                    {
                        if (earlier.Start < later.Start && Explain(ofEarlier, earlier, ofLater, later) is { } reason)
                            yield return new(earlier, later, reason);
                    }
                }
            }
        }
    }

    private static OrderReason? Explain(CallTrace ofEarlier, CallNode earlier, CallTrace ofLater, CallNode later)
    {
        if (ofEarlier != ofLater)
            return SameRegion.Order(ofEarlier, ofLater);
        if (earlier.Wait is null)
            return new(OrderCondition.OrderUnwatched, $"'{earlier}' is not awaited in this block", earlier.Invocation);
        return earlier.End < later.Start ? PairOrder.Of(new(ofLater, earlier, later)) : null;
    }
}
