using Microsoft.CodeAnalysis;
using Pipeline.Contract;

namespace Pipeline.Analyzers.Rules.Declarations;

/// <summary>PIPE107: nobody could call the service.</summary>
internal sealed class NoApiRule() : DeclarationRule(Rule)
{
    private static readonly DiagnosticDescriptor Rule = Rules.Descriptor.Create(
        DiagnosticIds.NoApi,
        "Service without an API",
        "Service '{0}' offers nothing to call; {1}",
        DiagnosticSeverity.Error,
        "Others call the methods of a service that are marked [Api]. A service without any has an empty proxy.");

    protected override string Reason(INamedTypeSymbol service, ServiceDefect defect) => "mark the methods that others may call [Api]";
}
