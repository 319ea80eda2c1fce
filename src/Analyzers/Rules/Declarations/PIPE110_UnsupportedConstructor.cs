using Microsoft.CodeAnalysis;
using Pipeline.Analyzers.Symbols;
using Pipeline.Contract;

namespace Pipeline.Analyzers.Rules.Declarations;

/// <summary>PIPE110: the runtime cannot make an instance.</summary>
internal sealed class UnsupportedConstructorRule() : DeclarationRule(Rule)
{
    private static readonly DiagnosticDescriptor Rule = Rules.Descriptor.Create(
        DiagnosticIds.UnsupportedConstructor,
        "No constructor to make the service with",
        "Service '{0}' cannot be made: {1}",
        DiagnosticSeverity.Error,
        "The runtime makes a service with its one accessible constructor, or with the one marked [ActivatorUtilitiesConstructor].");

    protected override string Name(INamedTypeSymbol service, ServiceDefect defect) => service.Name;

    protected override string Reason(INamedTypeSymbol service, ServiceDefect defect) => defect.Kind switch
    {
        ServiceDefectKind.NoConstructor => "it has no accessible constructor; make one public or internal",
        ServiceDefectKind.AmbiguousConstructor => "several of its constructors could be meant; mark one [ActivatorUtilitiesConstructor]",
        _ => $"the container cannot provide parameter '{defect.Source.Name}'; take it by value, and as a type that can live on the heap",
    };

    protected override Location? Locate(ServiceDefect defect) => defect.Source is IParameterSymbol ? defect.Source.Whole() : null;

    protected override IEnumerable<Location> Related(ServiceDefect defect) => defect.Source is INamedTypeSymbol service
        ? service.InstanceConstructors.Select(DeclarationPlaces.InSource).OfType<Location>()
        : [];
}
