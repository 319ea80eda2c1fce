using Microsoft.CodeAnalysis;

namespace Pipeline.Analyzers.Dependence.Tracing;

/// <summary>Something on the straight line of a region that keeps the calls before it from overlapping those behind it.</summary>
/// <param name="Step">When it happens, in steps of the analysed function.</param>
/// <param name="Condition">The condition it breaks.</param>
/// <param name="Operation">What happens.</param>
/// <param name="Text">What it does, for the developer.</param>
/// <param name="OnlyFor">The one call it concerns, when it is harmless to all others.</param>
internal sealed record Incident(int Step, OrderCondition Condition, IOperation Operation, string Text, CallNode? OnlyFor)
{
    /// <summary>Tells the later calls that may start before it, as long as it keeps its place; null where none may.</summary>
    public Func<CallNode, bool>? IsUnseenBy { get; init; }

    /// <summary>The text with the place, as in "'total' is written at line 12".</summary>
    public string Describe() => $"{Text} at line {Operation.Syntax.GetLocation().GetLineSpan().StartLinePosition.Line + 1}";
}
