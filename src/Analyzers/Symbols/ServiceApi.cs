using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Pipeline.Contract;

namespace Pipeline.Analyzers.Symbols;

/// <summary>An API as a caller reaches it.</summary>
/// <param name="Service">The service whose proxy offers it.</param>
/// <param name="Method">The method that runs: of an inherited API, the nearest override.</param>
internal readonly record struct ServiceApi(INamedTypeSymbol Service, IMethodSymbol Method)
{
    private const string ProxyName = "Proxy";
    private const string AsyncViewName = "Async";

    /// <summary>What the developer declared: on the method, on the class that holds it, or on the service that inherits it.</summary>
    public ApiEffect DeclaredEffect => Contract.DeclaredEffect.Of(Method, Service);

    /// <summary>The service on whose proxy, or on whose proxy's async view, the method is declared.</summary>
    public static INamedTypeSymbol? ServiceOf(IMethodSymbol proxyMethod) => ServiceOf(proxyMethod.ContainingType);

    /// <summary>The service whose proxy, or whose proxy's async view, the type is.</summary>
    public static INamedTypeSymbol? ServiceOf(INamedTypeSymbol? view)
    {
        if (view is { Name: AsyncViewName })
            view = view.ContainingType;
        return view is { Name: ProxyName, ContainingType: { } service } && ProxyReference.IsProxy(view) ? service : null;
    }

    /// <summary>
    /// The API behind a proxy's method, by name without suffix and parameters without token; null if none or several fit.
    /// </summary>
    public static ServiceApi? Of(IMethodSymbol proxyMethod)
    {
        if (ServiceOf(proxyMethod) is not { } service)
            return null;

        var candidates = MemberChain.Find(service, method => method.IsApi() && ApiName.Of(method.Name) == proxyMethod.Name)
            .Select(method => Running(service, method))
            .ToImmutableArray();
        if (candidates.Length > 1)
            candidates = candidates.RemoveAll(candidate => !TakesSame(candidate.Method, proxyMethod));
        return candidates.Length == 1 ? candidates[0] : null;
    }

    /// <summary>The API with what runs when it is called on an instance of the service: the nearest override.</summary>
    public static ServiceApi Running(INamedTypeSymbol service, IMethodSymbol api) => new(
        service,
        service.WithBases()
            .TakeWhile(type => !SymbolEqualityComparer.Default.Equals(type, api.ContainingType))
            .SelectMany(type => type.GetMembers(api.Name).OfType<IMethodSymbol>())
            .FirstOrDefault(method => Overrides(method, api)) ?? api);

    private static bool Overrides(IMethodSymbol method, IMethodSymbol overridden)
    {
        for (var next = method.OverriddenMethod; next is not null; next = next.OverriddenMethod)
        {
            if (SymbolEqualityComparer.Default.Equals(next, overridden))
                return true;
        }

        return false;
    }

    private static bool TakesSame(IMethodSymbol api, IMethodSymbol proxyMethod) =>
        TypesWithoutToken(api).SequenceEqual(TypesWithoutToken(proxyMethod), SymbolEqualityComparer.Default);

    private static IEnumerable<ITypeSymbol> TypesWithoutToken(IMethodSymbol method) =>
        method.Parameters.Where(parameter => !parameter.IsCancellationToken() && !parameter.IsFromScope())
            .Select(parameter => parameter.Type);
}
