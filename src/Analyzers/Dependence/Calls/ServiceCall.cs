using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Pipeline.Analyzers.Effects;
using Pipeline.Analyzers.Symbols;

namespace Pipeline.Analyzers.Dependence.Calls;

/// <summary>One call the analysis counts: where it is, whom it reaches, and what it does to the world.</summary>
/// <param name="invocation">The call itself.</param>
/// <param name="view">Through what it reaches the other side.</param>
/// <param name="classify">What the call does to the world; asked at most once, and only where everything else permits overlap.</param>
internal sealed class ServiceCall(IInvocationOperation invocation, CallViews view, Func<CallEffect> classify)
{
    private CallEffect? _effect;
    private string? _name;

    public IInvocationOperation Invocation { get; } = invocation;

    public CallViews View { get; } = view;

    /// <summary>
    /// What two calls must not use at once, by declaration or by design: services with limits, APIs that share answers, a grain.
    /// </summary>
    public ImmutableArray<ISymbol> Lanes { get; init; } = [];

    /// <summary>The service and every service it may call in turn; empty for other clients.</summary>
    public ImmutableArray<INamedTypeSymbol> Reached { get; init; } = [];

    /// <summary><c>receiver.Api</c>, as the developer would say it.</summary>
    public string Name => _name ??= CallName.Of(Invocation);

    public CallEffect Effect => _effect ??= classify();
}
