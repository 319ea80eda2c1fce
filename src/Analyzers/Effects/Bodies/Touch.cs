using Microsoft.CodeAnalysis;

namespace Pipeline.Analyzers.Effects.Bodies;

/// <summary>One thing a body does, where it does it, and in words: "writes '_count'".</summary>
/// <param name="Kind">What it does.</param>
/// <param name="Operation">Where.</param>
/// <param name="Reason">In words.</param>
/// <param name="Parameters">The parameters it does it to, as bits by ordinal.</param>
internal readonly record struct Touch(Touches Kind, IOperation Operation, string Reason, ulong Parameters = 0);
