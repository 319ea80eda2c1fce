using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Pipeline.Analyzers.Effects.Bodies;
using Pipeline.Analyzers.Library.Recorded;
using Pipeline.Analyzers.Names;
using Pipeline.Analyzers.Symbols;
using Pipeline.Contract;

namespace Pipeline.Analyzers.Effects;

/// <summary>
/// Says of a call whether it is a query, a command, or unknown: by what is declared, else by the body behind it, else by its
/// name. One per compilation, safe for concurrent use.
/// </summary>
internal sealed class EffectClassifier
{
    /// <summary>What one rule found out about a body is there for the next.</summary>
    private static readonly ConditionalWeakTable<Compilation, EffectClassifier> Classifiers = new();

    private readonly EffectOptions _options;
    private readonly Func<SyntaxTree, EffectNames> _namesFor;
    private readonly ServiceCalls _services;
    private readonly EffectInference _inference;
    private readonly OwnCode _own;

    /// <summary>The API that is taken for a query, whatever is known of it.</summary>
    private readonly ISymbol? _assumed;

    /// <param name="compilation">The code in sight.</param>
    /// <param name="options">What <c>.editorconfig</c> says.</param>
    /// <param name="recorded">What the effect file says of code out of sight; null if there is none.</param>
    public EffectClassifier(Compilation compilation, AnalyzerConfigOptionsProvider options, RecordedEffects? recorded = null)
    {
        _options = new EffectOptions(options);
        _namesFor = _options.NamesFor;
        _services = new(_namesFor);
        _inference = new(compilation, _services, recorded);
        _own = new(compilation, _inference);
    }

    private EffectClassifier(EffectClassifier other, ISymbol assumed) =>
        (_options, _namesFor, _services, _inference, _own, _assumed) =
            (other._options, other._namesFor, other._services, other._inference, other._own, assumed);

    /// <summary>The one classifier of the compilation.</summary>
    public static EffectClassifier Of(Compilation compilation, AnalyzerOptions options) =>
        Classifiers.GetValue(compilation, key => new(key, options.AnalyzerConfigOptionsProvider, RecordedEffects.Of(options)));

    /// <summary>The effect of a call on <c>X.Proxy</c> or its async view.</summary>
    public CallEffect Classify(IInvocationOperation call, CancellationToken cancellationToken = default) =>
        _assumed is not null && SymbolEqualityComparer.Default.Equals(ApiOf(call), _assumed)
            ? CallEffect.Of(new(ApiEffect.Reads, EffectSource.Declared, "assumed to read"))
            : CallEffect.Of(_services.EffectOf(call, new(_inference, cancellationToken)));

    /// <summary>The effect of a call of the project's own method: its name may forbid, and only the bodies behind it allow.</summary>
    public CallEffect ClassifyOwn(IInvocationOperation call, CancellationToken cancellationToken = default)
    {
        var byName = ClassifyByName(call.TargetMethod, call.IsValueDiscarded(), call.Syntax.SyntaxTree);
        return byName.Kind is EffectKind.Command ? byName : CallEffect.Of(_own.Of(call, cancellationToken));
    }

    /// <summary>What is found out about one of the project's own methods.</summary>
    public OwnSummary Summarize(IMethodSymbol method, CancellationToken cancellationToken) => _own.Summarize(method, cancellationToken);

    /// <summary>The classifier as it would be if the API behind the call were declared to read only.</summary>
    public EffectClassifier Assuming(IInvocationOperation call) => new(this, ApiOf(call));

    /// <summary>What all calls of one API have in common: its method, or the proxy's where that is out of sight.</summary>
    public static ISymbol ApiOf(IInvocationOperation call)
    {
        var method = call.TargetMethod.OriginalDefinition;
        return ServiceApi.Of(method)?.Method ?? method;
    }

    /// <summary>Whether the project names the method among those that may stand between two calls; they give nothing back.</summary>
    public bool IsNamedHarmless(IInvocationOperation call)
    {
        var method = call.TargetMethod;
        if (!method.ReturnsVoid || _options.HarmlessCallsFor(call.Syntax.SyntaxTree) is not { IsEmpty: false } names)
            return false;
        string type = method.ContainingType.OriginalDefinition.ToDisplayString(SymbolDisplayFormat.CSharpErrorMessageFormat);
        return TypePatterns.Match(names, $"{type}.{method.Name}");
    }

    /// <summary>Whether the project speaks of a cookie container, so that a request may be asked for what it leaves in there.</summary>
    public bool KeepsCookies => _own.KeepsAnyCookies;

    /// <summary>The verb lists that hold in the file.</summary>
    public EffectNames NamesFor(SyntaxTree tree) => _namesFor(tree);

    /// <summary>The effect a name alone suggests, for calls on anything but services.</summary>
    public CallEffect ClassifyByName(IMethodSymbol method, bool valueDiscarded, SyntaxTree tree) =>
        CallEffect.Of(_services.ByName(method, valueDiscarded, tree));

    /// <summary>All that a body touches, for a rule that looks at one body itself.</summary>
    public IReadOnlyList<Touch> TouchesOf(IOperation body, IMethodSymbol method, CancellationToken cancellationToken) =>
        BodyWalker.List(body, method, new(_inference, cancellationToken));

    /// <summary>What a method does when it is called, as far as its body shows.</summary>
    public BodyEffect EffectOf(IMethodSymbol method, CancellationToken cancellationToken) => _inference.Of(method, cancellationToken);
}
