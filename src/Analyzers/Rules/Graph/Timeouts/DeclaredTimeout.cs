using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Pipeline.Analyzers.Symbols;
using Pipeline.Contract;

namespace Pipeline.Analyzers.Rules.Graph.Timeouts;

/// <summary>A time that an attribute gives a call.</summary>
/// <param name="Time">How long the call may take.</param>
/// <param name="Declaration">The API or the service that says so.</param>
internal readonly record struct DeclaredTimeout(TimeSpan Time, ISymbol Declaration)
{
    /// <summary>What an API has for itself and for all it calls: its own, else its service's. Null for any other method.</summary>
    public static DeclaredTimeout? OfCaller(IMethodSymbol method) =>
        ApiOf(method) is { } api ? Read(api, WellKnownNames.ApiAttribute) ?? OfService(method.ContainingType) : null;

    /// <summary>
    /// How long a call may take: the smallest of what the dependency, the API and its service declare, for a deadline only shrinks.
    /// Null where nothing is declared, or where it is open which API is called.
    /// </summary>
    public static TimeSpan? OfCall(IInvocationOperation call, INamedTypeSymbol caller)
    {
        if (ServiceApi.Of(call.TargetMethod.OriginalDefinition) is not { } callee)
            return null;

        var ofApi = ApiOf(callee.Method) is { } api ? Read(api, WellKnownNames.ApiAttribute) : null;
        return Smallest([OfDependency(call, callee.Service, caller), ofApi?.Time, OfService(callee.Service)?.Time]);
    }

    private static DeclaredTimeout? OfService(INamedTypeSymbol service) => Read(service, WellKnownNames.ServiceAttribute);

    /// <summary>
    /// What the dependency says that the proxy came in by. Where the proxy went through a field or a local, any of the caller's
    /// dependencies on that service may be the one.
    /// </summary>
    private static TimeSpan? OfDependency(IInvocationOperation call, INamedTypeSymbol service, INamedTypeSymbol caller)
    {
        var dependencies = ProxySources.DependenciesOf(caller)
            .Where(dependency => SymbolEqualityComparer.Default.Equals(ProxyReference.ServiceOf(dependency.Type), service))
            .Select(static dependency => dependency.Symbol)
            .ToList();
        var named = ProxySources.ReceiverOf(call) switch
        {
            IParameterReferenceOperation reference => reference.Parameter,
            IPropertyReferenceOperation reference when reference.Property.HasAttribute(WellKnownNames.DependsAttribute) =>
                reference.Property,
            _ => (ISymbol?)null,
        };
        return Smallest((named is null ? dependencies : [named])
            .Select(static dependency => Read(dependency, WellKnownNames.DependsAttribute)?.Time));
    }

    /// <summary>The nearest declaration of the API that a method is or overrides.</summary>
    private static IMethodSymbol? ApiOf(IMethodSymbol method)
    {
        for (var next = method; next is not null; next = next.OverriddenMethod)
        {
            if (next.IsApi())
                return next;
        }

        return null;
    }

    private static DeclaredTimeout? Read(ISymbol symbol, string attribute) =>
        OptionRules.ReadTimeout(symbol.GetAttribute(attribute)) is { } time ? new(time, symbol) : null;

    private static TimeSpan? Smallest(IEnumerable<TimeSpan?> times) => times.Min();
}
