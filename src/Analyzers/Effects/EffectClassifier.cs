using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Pipeline.Shared.Effects;
using Pipeline.Shared.Effects.Bodies;

namespace Pipeline.Analyzers.Effects;

/// <summary>
/// Says of a call whether it is a query, a command, or unknown: by what is declared, else by the body behind it, else by its
/// name. One per compilation, safe for concurrent use.
/// </summary>
internal sealed class EffectClassifier
{
    /// <summary>What one rule found out about a body is there for the next.</summary>
    private static readonly ConditionalWeakTable<Compilation, EffectClassifier> Classifiers = new();

    private readonly ServiceCalls _services;
    private readonly EffectInference _inference;

    public EffectClassifier(Compilation compilation, AnalyzerConfigOptionsProvider options)
    {
        _services = new(new EffectOptions(options).NamesFor);
        _inference = new(compilation, _services);
    }

    /// <summary>The one classifier of the compilation.</summary>
    public static EffectClassifier Of(Compilation compilation, AnalyzerOptions options) =>
        Classifiers.GetValue(compilation, key => new(key, options.AnalyzerConfigOptionsProvider));

    /// <summary>The effect of a call on <c>X.Proxy</c> or its async view.</summary>
    public CallEffect Classify(IInvocationOperation call, CancellationToken cancellationToken = default) =>
        CallEffect.Of(_services.EffectOf(call, new(_inference, cancellationToken)));

    /// <summary>The effect a name alone suggests, for calls on anything but services.</summary>
    public CallEffect ClassifyByName(IMethodSymbol method, bool valueDiscarded, SyntaxTree tree) =>
        CallEffect.Of(_services.ByName(method, valueDiscarded, tree));

    /// <summary>All that a body touches, for a rule that looks at one body itself.</summary>
    public IReadOnlyList<Touch> TouchesOf(IOperation body, IMethodSymbol method, CancellationToken cancellationToken) =>
        BodyWalker.Walk(body, method, new(_inference, cancellationToken));
}
