using Microsoft.CodeAnalysis;

namespace Pipeline.Contract;

/// <summary>What the developer declared that an API does.</summary>
internal static class DeclaredEffect
{
    /// <summary>The effect declared on the method, else on the class that holds it, else on the service that inherits it.</summary>
    public static ApiEffect Of(IMethodSymbol api, INamedTypeSymbol service)
    {
        for (var method = api; method is not null; method = method.OverriddenMethod)
        {
            if (EffectOf(method, WellKnownNames.ApiAttribute) is var own and not ApiEffect.Unknown)
                return own;
        }

        var holder = EffectOf(api.ContainingType, WellKnownNames.ServiceAttribute);
        return holder is not ApiEffect.Unknown ? holder : EffectOf(service, WellKnownNames.ServiceAttribute);
    }

    private static ApiEffect EffectOf(ISymbol symbol, string attributeName) =>
        (ApiEffect)(symbol.GetAttribute(attributeName)?.GetValue<int>("Effect") ?? 0);
}
