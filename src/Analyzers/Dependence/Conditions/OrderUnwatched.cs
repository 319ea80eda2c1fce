namespace Pipeline.Analyzers.Dependence.Conditions;

/// <summary>Condition 10: nothing in between watches the order: no await of anything but the calls that count, no clock, no ambient value.</summary>
internal static class OrderUnwatched
{
    public static OrderReason? Order(CallPair pair) => pair.Reason(OrderCondition.OrderUnwatched);
}
