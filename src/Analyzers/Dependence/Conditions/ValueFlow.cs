namespace Pipeline.Analyzers.Dependence.Conditions;

/// <summary>Condition 1: nothing the later call uses comes from the earlier one's result.</summary>
internal static class ValueFlow
{
    public static OrderReason? Order(CallPair pair) => (pair.Later.Inputs & pair.Earlier.Bit) == 0
        ? null
        : new(
            OrderCondition.ValueFlow,
            $"'{pair.Later.Call.Name}' uses the result of '{pair.Earlier.Call.Name}'",
            pair.Later.Invocation);
}
