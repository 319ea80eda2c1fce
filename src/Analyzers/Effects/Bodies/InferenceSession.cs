using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Pipeline.Analyzers.Library;
using Pipeline.Analyzers.Library.Recorded;

namespace Pipeline.Analyzers.Effects.Bodies;

/// <summary>
/// One question put to the inference. Methods that call one another in a cycle are read again until what is known of the first
/// of them no longer changes, so that the answer does not depend on where the question began.
/// </summary>
internal sealed class InferenceSession(EffectInference inference, CancellationToken cancellationToken)
{
    /// <summary>The methods being read, each with what was known of it when it was called from inside.</summary>
    private readonly List<(IMethodSymbol Method, BodyEffect Assumed)> _path = [];

    /// <summary>Results that rest on an assumption about a method on the path.</summary>
    private readonly Dictionary<IMethodSymbol, BodyEffect> _partial = new(SymbolEqualityComparer.Default);

    /// <summary>The first method on the path that an answer since then rested on.</summary>
    private int _restsOn = int.MaxValue;

    public LibraryModel Library => inference.Library;

    public ServiceCalls Services => inference.Services;

    public Implementations Implementations => inference.Implementations;

    public RecordedEffects Recorded => inference.Recorded;

    public ITypeSymbol ObjectType => inference.ObjectType;

    public CancellationToken CancellationToken => cancellationToken;

    /// <summary>Whether the method's body is in the compilation.</summary>
    public bool Sees(IMethodSymbol method) => inference.Sees(method, cancellationToken);

    /// <summary>Whether the compiler makes the method's sequence of its <c>yield</c> statements.</summary>
    public bool IsIterator(IMethodSymbol method) => inference.IsIterator(method, cancellationToken);

    public IOperation? OperationOf(SyntaxNode syntax) => inference.OperationOf(syntax, cancellationToken);

    /// <summary>What the static initialization of a type does that others could see; null if nothing.</summary>
    public string? OfInitialization(INamedTypeSymbol type) => inference.OfInitialization(type.OriginalDefinition, this);

    public BodyEffect Of(IMethodSymbol method)
    {
        method = method.OriginalDefinition;
        if (inference.Settled.TryGetValue(method, out var effect))
            return effect;
        int place = _path.FindIndex(entry => SymbolEqualityComparer.Default.Equals(entry.Method, method));
        if (place >= 0)
        {
            _restsOn = Math.Min(_restsOn, place);
            return _path[place].Assumed;
        }

        if (_partial.TryGetValue(method, out effect))
        {
            _restsOn = 0;
            return effect;
        }

        return Read(method);
    }

    private BodyEffect Read(IMethodSymbol method)
    {
        int place = _path.Count;
        int restedOn = _restsOn;
        var assumed = BodyEffect.Nothing;
        while (true)
        {
            _restsOn = int.MaxValue;
            _path.Add((method, assumed));
            var effect = Infer(method);
            _path.RemoveAt(place);
            if (_restsOn == place && !IsSame(effect.Or(assumed), assumed))
            {
                assumed = effect.Or(assumed);
                _partial.Clear();
                continue;
            }

            if (_restsOn >= place)
                inference.Settled.TryAdd(method, effect);
            else
                _partial[method] = effect;
            _restsOn = Math.Min(restedOn, _restsOn >= place ? int.MaxValue : _restsOn);
            return effect;
        }
    }

    private BodyEffect Infer(IMethodSymbol method)
    {
        try
        {
            RuntimeHelpers.EnsureSufficientExecutionStack();
        }
        catch (InsufficientExecutionStackException)
        {
            _restsOn = -1;
            return BodyEffect.Unknown($"calls '{method.Name}' too deep to follow");
        }

        return inference.Infer(method, this);
    }

    private static bool IsSame(BodyEffect left, BodyEffect right) =>
        left.Touches == right.Touches && left.Written == right.Written && left.WrittenParts == right.WrittenParts
        && left.WrittenReferences == right.WrittenReferences && left.Called == right.Called
        && left.Apart.Touches == right.Apart.Touches && left.Returned == right.Returned && left.Basis.Equals(right.Basis);
}
