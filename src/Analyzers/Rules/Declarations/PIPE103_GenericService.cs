using Microsoft.CodeAnalysis;
using Pipeline.Analyzers.Symbols;
using Pipeline.Contract;

namespace Pipeline.Analyzers.Rules.Declarations;

/// <summary>PIPE103: a service or an API has type parameters.</summary>
internal sealed class GenericServiceRule() : DeclarationRule(Rule)
{
    private static readonly DiagnosticDescriptor Rule = Rules.Descriptor.Create(
        DiagnosticIds.GenericService,
        "Generic service or API",
        "'{0}' must not be generic: {1}",
        DiagnosticSeverity.Error,
        "A service is one running thing, and its proxy is written before anyone calls it: only a caller would know the type arguments.");

    protected override string Reason(INamedTypeSymbol service, ServiceDefect defect) => defect.Kind switch
    {
        ServiceDefectKind.GenericService =>
            "a service is one running thing; name the types it works on, or derive a service for each from a generic base class",
        ServiceDefectKind.GenericContainer => $"service '{service.Name}' in it would be generic, too; move the service out",
        _ => "the types of a service call are known when its proxy is written; declare one API for each type",
    };

    protected override Location? Locate(ServiceDefect defect) => defect.Source.TypeParameters();
}
