using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Pipeline.Shared;
using Pipeline.Shared.Effects;

namespace Pipeline.Analyzers.Effects;

/// <summary>
/// Says of a call whether it is a query, a command, or unknown: by what is declared, else by the body behind it, else by its
/// name. One per compilation, safe for concurrent use.
/// </summary>
internal sealed class EffectClassifier(Compilation compilation, AnalyzerConfigOptionsProvider options)
{
    private readonly EffectOptions _options = new(options);
    private readonly INamedTypeSymbol? _inferredEffect = compilation.GetTypeByMetadataName(WellKnownNames.InferredEffectAttribute);

    /// <summary>The effect of a call on <c>X.Proxy</c> or its async view.</summary>
    public CallEffect Classify(IInvocationOperation call)
    {
        var method = call.TargetMethod.OriginalDefinition;
        if (ServiceApi.Of(method) is { } api && api.DeclaredEffect is var declared and not ApiEffect.Unknown)
            return CallEffect.Of(declared, EffectSource.Declared, $"declared {declared}");
        if (RecordedEffect(method) is var recorded and not ApiEffect.Unknown)
            return CallEffect.Of(recorded, EffectSource.Inferred, $"its body was found to be {recorded}");
        return ClassifyByName(method, call.IsValueDiscarded(), call.Syntax.SyntaxTree);
    }

    /// <summary>The effect a name alone suggests, for calls on anything but services.</summary>
    public CallEffect ClassifyByName(IMethodSymbol method, bool valueDiscarded, SyntaxTree tree)
    {
        var verdict = _options.NamesFor(tree).Judge(method.Name, usesValue: !valueDiscarded && method.ReturnsValue());
        return new(verdict.Kind, EffectSource.Name, verdict.Reason);
    }

    private ApiEffect RecordedEffect(IMethodSymbol method)
    {
        foreach (var attribute in method.GetAttributes())
        {
            if (SymbolEqualityComparer.Default.Equals(attribute.AttributeClass, _inferredEffect)
                && !attribute.ConstructorArguments.IsEmpty
                && attribute.ConstructorArguments[0].Value is int effect)
            {
                return (ApiEffect)effect;
            }
        }

        return ApiEffect.Unknown;
    }
}
