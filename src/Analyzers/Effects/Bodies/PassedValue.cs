using Microsoft.CodeAnalysis;

namespace Pipeline.Analyzers.Effects.Bodies;

/// <summary>What a call passes to one of its parameters.</summary>
internal readonly record struct PassedValue(int Ordinal, IOperation Value, RefKind RefKind = RefKind.None);
