using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Pipeline.Analyzers.Effects;

namespace Pipeline.Analyzers.Calls;

/// <summary>One call the analysis counts: where it is, whom it reaches, and what it does to the world.</summary>
internal sealed record ServiceCall
{
    public required IInvocationOperation Invocation { get; init; }

    public required CallViews View { get; init; }

    /// <summary>The service or client type called; two calls with the same one may meet the same limits.</summary>
    public required INamedTypeSymbol Service { get; init; }

    /// <summary><c>receiver.Api</c>, as the developer would say it.</summary>
    public required string Name { get; init; }

    public required CallEffect Effect { get; init; }

    /// <summary>Whether the service declares that it runs one call at a time, so that starting two gains nothing.</summary>
    public required bool RunsOneAtATime { get; init; }
}
