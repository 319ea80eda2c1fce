namespace Pipeline.Analyzers.Dependence.Conditions;

/// <summary>Condition 7: no block with rules of its own is entered, left, begun or ended in between.</summary>
internal static class SameRegion
{
    public static OrderReason? Order(CallPair pair) => pair.Reason(OrderCondition.SameRegion);
}
