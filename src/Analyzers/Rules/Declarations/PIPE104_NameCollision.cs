using Microsoft.CodeAnalysis;
using Pipeline.Analyzers.Symbols;
using Pipeline.Contract;

namespace Pipeline.Analyzers.Rules.Declarations;

/// <summary>PIPE104: the proxy cannot declare a name, or not twice.</summary>
internal sealed class NameCollisionRule() : DeclarationRule(Rule)
{
    private static readonly DiagnosticDescriptor Rule = Rules.Descriptor.Create(
        DiagnosticIds.NameCollision,
        "Name collision on the proxy",
        "Rename '{0}': {1}",
        DiagnosticSeverity.Error,
        "On a proxy an API has its method's name without 'Async'. Those names have to differ, also from what every proxy declares.");

    protected override string Reason(INamedTypeSymbol service, ServiceDefect defect) => defect.Kind switch
    {
        ServiceDefectKind.ApiCollision =>
            $"on the proxy it is the same as '{defect.Other!.ToDisplayString(SymbolDisplayFormat.CSharpShortErrorMessageFormat)}'",
        ServiceDefectKind.ReservedApiName => "every proxy needs that name itself",
        ServiceDefectKind.ReservedMemberName => $"service '{service.Name}' gets a generated member of that name",
        _ => "a service cannot have the name of its generated members",
    };

    protected override IEnumerable<Location> Related(ServiceDefect defect) => defect.Other?.InSource() is { } earlier ? [earlier] : [];
}
