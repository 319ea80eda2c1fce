namespace Pipeline.Analyzers.Dependence.Conditions;

/// <summary>Condition 3: the later call runs whenever the earlier one runs.</summary>
internal static class ControlFlow
{
    public static OrderReason? Order(CallPair pair) => pair.Reason(OrderCondition.ControlFlow);
}
