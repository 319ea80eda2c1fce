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
        "Dependency '{0}' is not the proxy of a service; {1}",
        DiagnosticSeverity.Error,
        "A dependency is another service, held as its proxy. Anything else comes from the container as an ordinary constructor parameter.");

    protected override string Reason(INamedTypeSymbol service, ServiceDefect defect) =>
        defect.Other is { Name: "Proxy", ContainingType: { } type }
        ? $"mark '{type.Name}' [Service]"
        : "remove [Depends] to have it from the container, or name a service's proxy";

    protected override Location? Locate(ServiceDefect defect) => defect.Source.WrittenType();
}
