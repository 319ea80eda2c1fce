using Microsoft.CodeAnalysis;
using Pipeline.Analyzers.Library;

namespace Pipeline.Analyzers.Effects.Bodies;

/// <summary>One question put to the inference: the methods it leads through, so that a circle of calls ends.</summary>
internal sealed class InferenceSession(EffectInference inference, CancellationToken cancellationToken)
{
    private const int MaxDepth = 24;

    private readonly List<IMethodSymbol> _path = [];

    /// <summary>Results that hold for this question only, because a circle was cut short to get them.</summary>
    private readonly Dictionary<IMethodSymbol, BodyEffect> _partial = new(SymbolEqualityComparer.Default);

    private bool _cut;

    public KnownMembers Known => inference.Known;

    public ServiceCalls Services => inference.Services;

    public CancellationToken CancellationToken => cancellationToken;

    /// <summary>Whether the method's body is in the compilation.</summary>
    public bool Sees(IMethodSymbol method) => inference.Sees(method, cancellationToken);

    public BodyEffect Of(IMethodSymbol method)
    {
        method = method.OriginalDefinition;
        if (inference.Settled.TryGetValue(method, out var effect))
            return effect;
        if (_partial.TryGetValue(method, out effect))
            return CutShort(effect);
        if (_path.Count > 0 && Same(_path[_path.Count - 1], method))
            return new(Touches.Nothing, "calls itself");
        if (_path.Count == MaxDepth || _path.Any(caller => Same(caller, method)))
            return CutShort(new(Touches.Unknown, $"calls '{method.Name}' in a circle"));

        bool cutBefore = _cut;
        _cut = false;
        _path.Add(method);
        effect = inference.Infer(method, this);
        _path.RemoveAt(_path.Count - 1);
        if (_cut)
            _partial[method] = effect;
        else
            inference.Settled.TryAdd(method, effect);
        _cut |= cutBefore;
        return effect;
    }

    private BodyEffect CutShort(BodyEffect effect)
    {
        _cut = true;
        return effect;
    }

    private static bool Same(IMethodSymbol left, IMethodSymbol right) => SymbolEqualityComparer.Default.Equals(left, right);
}
