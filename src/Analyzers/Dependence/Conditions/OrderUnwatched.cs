using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Pipeline.Analyzers.Calls;
using Pipeline.Analyzers.Dependence.Harmless;

namespace Pipeline.Analyzers.Dependence.Conditions;

/// <summary>Condition 10: nothing in between watches the order: no await of anything but the calls that count, no clock, no ambient value.</summary>
internal static class OrderUnwatched
{
    private const string Repeated = "the same request is made again, so its answer may depend on the first";

    public static OrderReason? Order(CallPair pair) => pair.Reason(OrderCondition.OrderUnwatched)
        ?? (IsRepeated(pair) ? new(OrderCondition.OrderUnwatched, Repeated, pair.Later.Invocation) : null);

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

    /// <summary>Whoever asks a client of another library the same thing twice expects another answer: a limit, a cache, a poll.</summary>
    private static bool IsRepeated(CallPair pair) =>
        pair.Later.Call.View is CallViews.Client
        && (pair.Earlier.Invocation, pair.Later.Invocation) is var (earlier, later)
        && SymbolEqualityComparer.Default.Equals(earlier.TargetMethod, later.TargetMethod)
        && IsSame(earlier.Instance, later.Instance)
        && earlier.Arguments.Zip(later.Arguments, static (left, right) => IsSame(left.Value, right.Value)).All(static same => same);

    private static bool IsSame(IOperation? left, IOperation? right) =>
        left is { ConstantValue: { HasValue: true, Value: var one } } && right is { ConstantValue: { HasValue: true, Value: var other } }
            ? Equals(one, other)
            : SyntaxFactory.AreEquivalent(left?.Syntax, right?.Syntax);
}
