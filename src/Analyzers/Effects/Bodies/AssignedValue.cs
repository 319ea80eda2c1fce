using Microsoft.CodeAnalysis;

namespace Pipeline.Analyzers.Effects.Bodies;

/// <summary>A value that a variable may hold.</summary>
/// <param name="Value">The expression; null where none shows the value.</param>
/// <param name="IsPart">Whether the variable holds something that lies inside the expression's value: an item, a member.</param>
internal readonly record struct AssignedValue(IOperation? Value, bool IsPart = false)
{
    public static readonly AssignedValue Unseen;
}
