using Microsoft.CodeAnalysis;
using Pipeline.Analyzers.Dependence.Order;
using Pipeline.Analyzers.Dependence.Tracing;

namespace Pipeline.Analyzers.Dependence.Loops;

/// <summary>What the analysis says of a loop: its iterations could overlap, or why they stay in order.</summary>
internal sealed class LoopVerdict
{
    public LoopVerdict(LoopCalls loop) => Loop = loop;

    public LoopVerdict(OrderCondition condition, string text, IOperation cause) => Reason = new(condition, text, cause);

    public LoopCalls? Loop { get; }

    public OrderReason? Reason { get; }
}
