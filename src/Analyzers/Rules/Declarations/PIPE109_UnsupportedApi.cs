using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Pipeline.Analyzers.Symbols;
using Pipeline.Contract;

namespace Pipeline.Analyzers.Rules.Declarations;

/// <summary>PIPE109: this kind of method cannot be an API.</summary>
internal sealed class UnsupportedApiRule() : DeclarationRule(Rule)
{
    private static readonly DiagnosticDescriptor Rule = Rules.Descriptor.Create(
        DiagnosticIds.UnsupportedApi,
        "Unsupported kind of API",
        "'{0}' cannot be an API: {1}",
        DiagnosticSeverity.Error,
        "An API is an ordinary method of a service's instance, whose end a caller can wait for.");

    protected override string Reason(INamedTypeSymbol service, ServiceDefect defect) => defect.Kind switch
    {
        ServiceDefectKind.StaticApi => "it is static; a call goes to an instance of the service",
        ServiceDefectKind.ExplicitInterfaceApi => "only those who hold the interface could call it; implement it implicitly",
        ServiceDefectKind.AsyncVoidApi => "nobody could wait for an 'async void' method; return a Task",
        _ => "only methods can be called through a proxy; write a method that does it",
    };

    protected override Location? Locate(ServiceDefect defect) => defect.Kind switch
    {
        ServiceDefectKind.StaticApi => defect.Source.Modifier(SyntaxKind.StaticKeyword),
        ServiceDefectKind.AsyncVoidApi => defect.Source.WrittenType(),
        _ => null,
    };
}
