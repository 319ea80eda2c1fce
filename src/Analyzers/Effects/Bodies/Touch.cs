using Microsoft.CodeAnalysis;

namespace Pipeline.Analyzers.Effects.Bodies;

/// <summary>One thing a body does, where it does it, and in words: "writes '_count'".</summary>
internal readonly record struct Touch(Touches Kind, IOperation Operation, string Reason);
