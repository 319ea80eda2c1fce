namespace Pipeline.Analyzers.Dependence.Conditions;

/// <summary>Condition 4: nothing stands in between but what is known to have no effect and not to throw.</summary>
internal static class HarmlessBetween
{
    public static OrderReason? Order(CallPair pair) => pair.Reason(OrderCondition.HarmlessBetween);
}
