using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Pipeline.Analyzers.Dependence.Calls;
using Pipeline.Analyzers.Dependence.Tracing;

namespace Pipeline.Analyzers.Dependence.Order;

/// <summary>Condition 10: nothing in between watches the order: no await of anything but the calls that count, no clock, no ambient value.</summary>
internal static class OrderUnwatched
{
    private const string Repeated = "the same request is made again, so its answer may depend on the first";

    public static OrderReason? Order(CallPair pair) => pair.Reason(OrderCondition.OrderUnwatched)
        ?? (IsRepeated(pair) ? new(OrderCondition.OrderUnwatched, Repeated, pair.Later.Invocation) : null);

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
