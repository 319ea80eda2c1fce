using Microsoft.CodeAnalysis;
using Pipeline.Analyzers.Symbols;
using Pipeline.Contract;

namespace Pipeline.Analyzers.Rules.Declarations;

/// <summary>PIPE105: a dependency is not a service.</summary>
internal sealed class DependencyNotServiceRule() : DeclarationRule(Rule)
{
    private static readonly DiagnosticDescriptor Rule = Rules.Descriptor.Create(
        DiagnosticIds.DependencyNotService,
        "Dependency is not a service",
        "{0} is not {1}",
        DiagnosticSeverity.Error,
        "A dependency is another service, held as its proxy, and what is started is a service. Anything else comes from the container.");

    protected override string Name(INamedTypeSymbol service, ServiceDefect defect) => $"Dependency '{defect.Source.Name}'";

    protected override string Reason(INamedTypeSymbol service, ServiceDefect defect) =>
        defect.Other is { Name: "Proxy", ContainingType: { } type }
        ? $"the proxy of a service; mark '{type.Name}' [Service]"
        : "the proxy of a service; remove [Depends] to have it from the container, or name a service's proxy";

    protected override Location? Locate(ServiceDefect defect) => defect.Source.WrittenType();
}
