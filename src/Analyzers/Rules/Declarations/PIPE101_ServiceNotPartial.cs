using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Pipeline.Analyzers.Symbols;
using Pipeline.Contract;

namespace Pipeline.Analyzers.Rules.Declarations;

/// <summary>PIPE101: there is no class to add the proxy to.</summary>
internal sealed class ServiceNotPartialRule() : DeclarationRule(Rule)
{
    private static readonly DiagnosticDescriptor Rule = Rules.Descriptor.Create(
        DiagnosticIds.ServiceNotPartial,
        "Service is not partial",
        "Declare '{0}' partial{1}",
        DiagnosticSeverity.Error,
        "The generator writes a service's proxy into the service's class. It has to be partial, and so has every type around it.");

    protected override string Reason(INamedTypeSymbol service, ServiceDefect defect) =>
        SymbolEqualityComparer.Default.Equals(service, defect.Source)
            ? ": its proxy is written into it"
            : $": the proxy of service '{service.Name}' is written into it";

    protected override Location? Locate(ServiceDefect defect) =>
        Incomplete(defect.Source).FirstOrDefault()?.Identifier.GetLocation();

    protected override IEnumerable<Location> Related(ServiceDefect defect) =>
        Incomplete(defect.Source).Skip(1).Select(static declaration => declaration.Identifier.GetLocation());

    private static IEnumerable<TypeDeclarationSyntax> Incomplete(ISymbol type) => type.Declarations<TypeDeclarationSyntax>()
        .Where(static declaration => !declaration.Modifiers.Any(SyntaxKind.PartialKeyword));
}
