namespace Pipeline.Analyzers.Names;

/// <summary>What a name says about a call, and which word of it.</summary>
internal readonly record struct NameVerdict(EffectKind Kind, string Reason);
