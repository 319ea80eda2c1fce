using Pipeline.Generators.Models;
using Pipeline.Shared.Effects;

namespace Pipeline.Generators.Emission;

/// <summary>Writes what a call does on the members callers see, for analyzers that cannot see the body.</summary>
internal static class EffectAttribute
{
    /// <summary>The attribute's line, or nothing where nothing is known.</summary>
    public static string Of(ApiModel api) => api.Effect is ApiEffect.Unknown
        ? ""
        : $"[global::Pipeline.Generated.InferredEffect({Literal.OfEffect((int)api.Effect)})]\n";
}
