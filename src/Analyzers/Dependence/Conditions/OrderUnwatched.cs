using Microsoft.CodeAnalysis;
using Pipeline.Analyzers.Dependence.Harmless;

namespace Pipeline.Analyzers.Dependence.Conditions;

/// <summary>Condition 10: nothing in between watches the order: no await of anything but the calls that count, no clock, no ambient value.</summary>
internal static class OrderUnwatched
{
    public static OrderReason? Order(CallPair pair) => pair.Reason(OrderCondition.OrderUnwatched);

    /// <summary>Whether the member tells the time, or a value that flows along with the control.</summary>
    public static bool Watches(ISymbol member) => member.ContainingType?.Name switch
    {
        "DateTime" or "DateTimeOffset" => member.Name is "Now" or "UtcNow" or "Today",
        "Environment" => member.Name is "TickCount" or "TickCount64",
        "Stopwatch" or "TimeProvider" => true,
        "AsyncLocal" or "ThreadLocal" => member.Name is "Value",
        "Activity" => member.Name is "Current",
        _ => false,
    };
}
