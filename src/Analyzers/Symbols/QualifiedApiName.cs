using Microsoft.CodeAnalysis;
using Pipeline.Contract;

namespace Pipeline.Analyzers.Symbols;

/// <summary>The name of an API in graphs, traces and profiles: <c>Service/Api</c>.</summary>
internal static class QualifiedApiName
{
    /// <summary>That of an API of a service.</summary>
    public static string Of(INamedTypeSymbol service, IMethodSymbol api) => $"{ServiceGraph.NameOf(service)}/{NameOf(api)}";

    /// <summary>That of the API behind a proxy's method; null where it is no proxy's.</summary>
    public static string? OfCallee(IMethodSymbol proxyMethod) => ServiceApi.Of(proxyMethod) is { } api
        ? Of(api.Service, api.Method)
        : ServiceApi.ServiceOf(proxyMethod) is { } service ? $"{ServiceGraph.NameOf(service)}/{proxyMethod.Name}" : null;

    /// <summary>The API alone.</summary>
    public static string NameOf(IMethodSymbol api) =>
        api.GetAttribute(WellKnownNames.ApiAttribute)?.GetValue<string>("Name") ?? ApiName.Of(api.Name);
}
