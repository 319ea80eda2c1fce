using Microsoft.CodeAnalysis;
using Pipeline.Contract;

namespace Pipeline.Analyzers.Rules.Declarations;

/// <summary>PIPE111: the generator cannot implement a property marked [Depends].</summary>
internal sealed class UnsupportedDependsPropertyRule() : DeclarationRule(Rule)
{
    private static readonly DiagnosticDescriptor Rule = Rules.Descriptor.Create(
        DiagnosticIds.UnsupportedDependsProperty,
        "Unsupported shape of a [Depends] property",
        "Property '{0}' cannot hold a dependency: {1}",
        DiagnosticSeverity.Error,
        "A dependency is declared 'public partial X.Proxy Name { get; init; }': the generator implements it, the runtime sets it.");

    protected override string Reason(INamedTypeSymbol service, ServiceDefect defect) => defect.Kind switch
    {
        ServiceDefectKind.DependsPropertyNotPartial => "the generator implements it; declare it partial, without a body",
        _ when ((IPropertySymbol)defect.Source).IsStatic => "it is static; each instance of the service has its own dependencies",
        _ when ((IPropertySymbol)defect.Source).IsIndexer => "it is an indexer; give the dependency a name",
        _ => "it needs a getter and a setter: '{ get; init; }'",
    };
}
