using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Pipeline.Shared.Effects;

/// <summary>An API as a caller reaches it: the method marked <c>[Api]</c> and the service whose proxy offers it.</summary>
internal readonly record struct ServiceApi(INamedTypeSymbol Service, IMethodSymbol Method)
{
    private const string ProxyTypeName = "Proxy";
    private const string AsyncViewTypeName = "Async";

    /// <summary>The service on whose proxy, or on whose proxy's async view, the method is declared.</summary>
    public static INamedTypeSymbol? ServiceOf(IMethodSymbol proxyMethod)
    {
        var type = proxyMethod.ContainingType;
        if (type is { Name: AsyncViewTypeName, ContainingType: not null })
            type = type.ContainingType;
        return type is { Name: ProxyTypeName, ContainingType: { } service } && DerivesFromServiceProxy(type) ? service : null;
    }

    /// <summary>The API behind a proxy's method, by name without suffix and parameters without token; null if none or several fit.</summary>
    public static ServiceApi? Of(IMethodSymbol proxyMethod)
    {
        if (ServiceOf(proxyMethod) is not { } service)
            return null;

        var candidates = Named(service, proxyMethod.Name);
        if (candidates.Length > 1)
            candidates = candidates.RemoveAll(candidate => !TakesSame(candidate.Method, proxyMethod));
        return candidates.Length == 1 ? candidates[0] : null;
    }

    /// <summary>The APIs of a service, its base classes' among them, that its proxy offers under the name.</summary>
    public static ImmutableArray<ServiceApi> Named(INamedTypeSymbol service, string name)
    {
        var found = ImmutableArray.CreateBuilder<ServiceApi>();
        for (var type = service; type is not null; type = type.BaseType)
        {
            foreach (var method in type.GetMembers().OfType<IMethodSymbol>())
            {
                if (NameWords.WithoutAsync(method.Name) == name && IsApi(method) && !found.Any(api => Overrides(api.Method, method)))
                    found.Add(new(service, Implementation(service, method)));
            }
        }

        return found.ToImmutable();
    }

    /// <summary>What the developer declared: on the method, on the class that holds it, or on the service that inherits it.</summary>
    public ApiEffect DeclaredEffect
    {
        get
        {
            for (var method = Method; method is not null; method = method.OverriddenMethod)
            {
                if (EffectOf(method, WellKnownNames.ApiAttribute) is var own and not ApiEffect.Unknown)
                    return own;
            }

            var holder = EffectOf(Method.ContainingType, WellKnownNames.ServiceAttribute);
            return holder is not ApiEffect.Unknown ? holder : EffectOf(Service, WellKnownNames.ServiceAttribute);
        }
    }

    private static bool DerivesFromServiceProxy(INamedTypeSymbol type)
    {
        for (var @base = type.BaseType; @base is not null; @base = @base.BaseType)
        {
            if (@base.HasFullName(WellKnownNames.ServiceProxy))
                return true;
        }

        return false;
    }

    private static bool IsApi(IMethodSymbol method) => AttributeOf(method, WellKnownNames.ApiAttribute) is not null;

    private static ApiEffect EffectOf(ISymbol symbol, string attributeName)
    {
        var declared = AttributeOf(symbol, attributeName)?.NamedArguments
            .FirstOrDefault(argument => argument.Key == "Effect").Value.Value;
        return declared is int value ? (ApiEffect)value : ApiEffect.Unknown;
    }

    private static AttributeData? AttributeOf(ISymbol symbol, string name) =>
        symbol.GetAttributes().FirstOrDefault(attribute => attribute.AttributeClass?.HasFullName(name) is true);

    /// <summary>What runs when the API is called on an instance of the service: the nearest override.</summary>
    private static IMethodSymbol Implementation(INamedTypeSymbol service, IMethodSymbol api)
    {
        for (var type = service; type is not null && !SymbolEqualityComparer.Default.Equals(type, api.ContainingType); type = type.BaseType)
        {
            if (type.GetMembers(api.Name).OfType<IMethodSymbol>().FirstOrDefault(method => Overrides(method, api)) is { } nearest)
                return nearest;
        }

        return api;
    }

    private static bool Overrides(IMethodSymbol method, IMethodSymbol overridden)
    {
        for (var next = method; next is not null; next = next.OverriddenMethod)
        {
            if (SymbolEqualityComparer.Default.Equals(next, overridden))
                return true;
        }

        return false;
    }

    private static bool TakesSame(IMethodSymbol api, IMethodSymbol proxyMethod) =>
        TypesWithoutToken(api).SequenceEqual(TypesWithoutToken(proxyMethod), SymbolEqualityComparer.Default);

    private static IEnumerable<ITypeSymbol> TypesWithoutToken(IMethodSymbol method) =>
        method.Parameters.Select(parameter => parameter.Type).Where(type => type is not { Name: nameof(CancellationToken) });
}
