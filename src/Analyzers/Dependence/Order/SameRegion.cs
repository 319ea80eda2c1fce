using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Pipeline.Analyzers.Dependence.Tracing;

namespace Pipeline.Analyzers.Dependence.Order;

/// <summary>Condition 7: no block with rules of its own is entered, left, begun or ended in between.</summary>
internal static class SameRegion
{
    public static OrderReason? Order(CallPair pair) =>
        pair.Reason(OrderCondition.SameRegion) ?? AmbientScope(pair.Trace) ?? CheckedExpression(pair);

    /// <summary>What keeps two calls apart that do not stand on the same line: what the one is inside of and the other is not.</summary>
    public static OrderReason Order(CallTrace ofEarlier, CallTrace ofLater) =>
        (EntryBelow(ofLater, ofEarlier) ?? EntryBelow(ofEarlier, ofLater)) is { } entry
            ? new(entry.Condition, entry.Describe(), entry.Operation)
            : new(OrderCondition.SameRegion, "they are in different functions", ofLater.Region);

    private static OrderReason? AmbientScope(CallTrace trace) => trace.Ambient is { } scope
        ? new(OrderCondition.SameRegion, $"'{scope.Syntax}' may still be alive, and calls take part in it", scope)
        : null;

    private static OrderReason? CheckedExpression(CallPair pair) => CheckedAround(pair.Earlier) == CheckedAround(pair.Later)
        ? null
        : new(OrderCondition.SameRegion, "only one of them is in the `checked` expression", pair.Later.Invocation);

    private static SyntaxNode? CheckedAround(CallNode call)
    {
        var node = call.Invocation.Syntax.Parent;
        while (node is ExpressionSyntax and not CheckedExpressionSyntax or ArgumentSyntax or ArgumentListSyntax)
            node = node.Parent;
        return node as CheckedExpressionSyntax;
    }

    /// <summary>How control got from the lines both share into the one the other has no part in.</summary>
    private static Incident? EntryBelow(CallTrace trace, CallTrace other)
    {
        Incident? entry = null;
        for (var line = trace; line is not null && !Holds(line, other); line = line.Outer)
            entry = line.Outer is null ? null : line.Entry;
        return entry;
    }

    private static bool Holds(CallTrace line, CallTrace inner)
    {
        for (var next = inner; next is not null; next = next.Outer)
        {
            if (next == line)
                return true;
        }

        return false;
    }
}
