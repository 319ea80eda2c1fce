using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Pipeline.Analyzers.Symbols;

namespace Pipeline.Analyzers.Dependence.Harmless;

/// <summary>What members and constructors do, learned from their declarations. One per compilation, safe for concurrent use.</summary>
internal sealed class TypeFacts
{
    private readonly ConcurrentDictionary<ISymbol, MemberAccess> _members = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<ISymbol, bool> _constructors = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<ISymbol, bool> _neverAssigned = new(SymbolEqualityComparer.Default);

    /// <summary>What reading the field or property means.</summary>
    public MemberAccess AccessOf(ISymbol member) => _members.GetOrAdd(member.OriginalDefinition, static symbol => Members.AccessOf(symbol));

    /// <summary>Whether the constructor only stores what it is given.</summary>
    public bool IsPlainConstructor(IMethodSymbol constructor) =>
        _constructors.GetOrAdd(constructor.OriginalDefinition, static symbol => Constructors.IsPlain((IMethodSymbol)symbol));

    /// <summary>
    /// Whether a primary constructor's parameter is never written, nor what is in it, so that it is as good as a readonly field.
    /// </summary>
    public bool IsNeverAssigned(IParameterSymbol parameter) =>
        _neverAssigned.GetOrAdd(
            parameter, static symbol => NameWrites.IsNeverAssigned((IParameterSymbol)symbol) && !Contents.AreChanged(symbol));
}
