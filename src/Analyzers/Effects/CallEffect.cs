using Pipeline.Analyzers.Effects.Bodies;
using Pipeline.Analyzers.Names;
using Pipeline.Contract;

namespace Pipeline.Analyzers.Effects;

/// <summary>What one call does to the world, and how that is known.</summary>
/// <param name="Kind">Query, command, or unknown.</param>
/// <param name="Source">Where it was learned.</param>
/// <param name="Reason">In words for the developer: "declared Reads", "'Get' is a verb of reading or computing".</param>
/// <param name="IsNone">Declared to depend on nothing but its arguments, so that it may overlap even a command before it.</param>
internal sealed record CallEffect(EffectKind Kind, EffectSource Source, string Reason, bool IsNone = false)
{
    public static CallEffect Of(EffectFinding finding) => new(
        finding.Effect switch
        {
            ApiEffect.None or ApiEffect.Reads => EffectKind.Query,
            ApiEffect.Writes => EffectKind.Command,
            _ => EffectKind.Unknown,
        },
        finding.Source,
        finding.Reason,
        IsNone: finding is { Effect: ApiEffect.None, Source: EffectSource.Declared });
}
