using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Pipeline.Contract;

namespace Pipeline.Analyzers.Symbols;

/// <summary>Where the proxies that a class calls come from.</summary>
internal static class ProxySources
{
    /// <summary>The proxy in <c>proxy.M(…)</c> and in <c>proxy.ToAsync.M(…)</c>.</summary>
    public static IOperation? ReceiverOf(IInvocationOperation call) =>
        call.Instance is IPropertyReferenceOperation { Property.Name: ProxyNames.ToAsync } view ? view.Instance : call.Instance;

    /// <summary>The constructor parameters and the properties of a class and its bases, be they proxies or not.</summary>
    public static IEnumerable<(ISymbol Symbol, ITypeSymbol Type)> DependenciesOf(INamedTypeSymbol caller) =>
        caller.WithBases().SelectMany(static type =>
        type.InstanceConstructors.SelectMany(static constructor => constructor.Parameters)
            .Select(static parameter => ((ISymbol)parameter, parameter.Type))
            .Concat(type.GetMembers().OfType<IPropertySymbol>().Select(static property => ((ISymbol)property, property.Type))));
}
