namespace Pipeline.Shared.Effects;

/// <summary>What a call of an API does, how that is known, and the reason in words: "declared Reads", "writes '_count'".</summary>
internal readonly record struct EffectFinding(ApiEffect Effect, EffectSource Source, string Reason);
