using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Pipeline.Analyzers.Symbols;
using Pipeline.Contract;

namespace Pipeline.Analyzers.Rules.Declarations;

/// <summary>PIPE108: this kind of class cannot be a service.</summary>
internal sealed class UnsupportedServiceRule() : DeclarationRule(Rule)
{
    private static readonly DiagnosticDescriptor Rule = Rules.Descriptor.Create(
        DiagnosticIds.UnsupportedService,
        "Unsupported kind of service",
        "'{0}' cannot be a service: {1}",
        DiagnosticSeverity.Error,
        "The runtime makes instances of a service and others name its proxy: a service is an ordinary class.");

    protected override string Reason(INamedTypeSymbol service, ServiceDefect defect) => defect.Kind switch
    {
        ServiceDefectKind.StaticService => "a static class has no instances; remove 'static'",
        ServiceDefectKind.AbstractService => "an abstract class has no instances; mark the classes derived from it [Service] instead",
        ServiceDefectKind.RecordService => "a record is a value that is copied and compared; make it a class",
        _ => "a type local to its file cannot be named by generated code; remove 'file'",
    };

    protected override Location? Locate(ServiceDefect defect) => defect.Kind switch
    {
        ServiceDefectKind.StaticService => defect.Source.Modifier(SyntaxKind.StaticKeyword),
        ServiceDefectKind.AbstractService => defect.Source.Modifier(SyntaxKind.AbstractKeyword),
        ServiceDefectKind.RecordService => defect.Source.Declarations<RecordDeclarationSyntax>().FirstOrDefault()?.Keyword.GetLocation(),
        _ => defect.Source.Modifier(SyntaxKind.FileKeyword),
    };
}
