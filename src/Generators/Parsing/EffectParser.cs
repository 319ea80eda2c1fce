using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Pipeline.Shared.Effects;
using Pipeline.Shared.Effects.Bodies;

namespace Pipeline.Generators.Parsing;

/// <summary>Finds what an API does, for callers in other assemblies that cannot see its body.</summary>
internal static class EffectParser
{
    /// <summary>What is found for one service is there for all that call it.</summary>
    private static readonly ConditionalWeakTable<Compilation, EffectInference> Inferences = new();

    /// <summary>What is declared, else what the body shows; unknown where nothing is certain.</summary>
    public static ApiEffect Parse(IMethodSymbol method, INamedTypeSymbol service, Compilation compilation, CancellationToken cancellationToken)
    {
        var api = ServiceApi.Running(service, method);
        return api.DeclaredEffect is var declared and not ApiEffect.Unknown
            ? declared
            : Inferences.GetValue(compilation, Create).Of(api.Method, cancellationToken).Effect;
    }

    private static EffectInference Create(Compilation compilation)
    {
        var known = new KnownMembers(compilation);
        return new(compilation, known, new UnboundServiceCalls(known));
    }
}
