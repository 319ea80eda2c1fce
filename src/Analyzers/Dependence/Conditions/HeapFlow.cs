using Pipeline.Analyzers.Dependence.Harmless;

namespace Pipeline.Analyzers.Dependence.Conditions;

/// <summary>Condition 2: nothing in between writes what the later call can read, and what it reads cannot change while others run.</summary>
internal static class HeapFlow
{
    public static OrderReason? Order(CallPair pair) => pair.Reason(OrderCondition.HeapFlow) ?? UseUp(pair);

    /// <summary>Sharing an argument is fine, unless reading it uses it up.</summary>
    private static OrderReason? UseUp(CallPair pair) => pair is { Earlier.Consumed: not null, Later.Consumed: { } consumed }
        ? new(OrderCondition.HeapFlow, $"both calls use up what they read from, '{consumed.Syntax}'", consumed)
        : null;
}
