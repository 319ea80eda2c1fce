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

    /// <summary>What only one call may pass at a time, by declaration or by design: a service, a grain. Null where there is no such limit.</summary>
    public ISymbol? Lane { get; init; }

    /// <summary><c>receiver.Api</c>, as the developer would say it.</summary>
    public string Name => _name ??= CallName.Of(Invocation);

    public CallEffect Effect => _effect ??= classify();
}
