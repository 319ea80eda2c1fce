using Pipeline.Contract;

namespace Pipeline.Analyzers.Effects.Bodies;

/// <summary>What a call of an API does, how that is known, and the reason in words: "declared Reads", "writes '_count'".</summary>
internal readonly record struct EffectFinding(ApiEffect Effect, EffectSource Source, string Reason)
{
    /// <summary>Nothing is declared, and the body is in another assembly.</summary>
    public static readonly EffectFinding Unseen =
        new(ApiEffect.Unknown, EffectSource.None, "its body is in another assembly, which declares no effect");
}
