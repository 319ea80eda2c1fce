using Microsoft.CodeAnalysis;

namespace Pipeline.Analyzers.Library;

/// <summary>Clocks, and values that flow along with the control.</summary>
internal static class OrderWatchers
{
    /// <summary>Whether the member tells the time, or a value that flows along with the control.</summary>
    public static bool Contains(ISymbol member) => member.ContainingType?.Name switch
    {
        "DateTime" or "DateTimeOffset" => member.Name is "Now" or "UtcNow" or "Today",
        "Environment" => member.Name is "TickCount" or "TickCount64",
        "Stopwatch" or "TimeProvider" => true,
        "AsyncLocal" or "ThreadLocal" => member.Name is "Value",
        "Activity" => member.Name is "Current",
        _ => false,
    };
}
