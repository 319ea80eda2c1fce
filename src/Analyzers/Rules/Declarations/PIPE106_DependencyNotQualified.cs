using Microsoft.CodeAnalysis;
using Pipeline.Analyzers.Symbols;
using Pipeline.Contract;

namespace Pipeline.Analyzers.Rules.Declarations;

/// <summary>PIPE106: the type of a dependency does not say whose proxy it is.</summary>
internal sealed class DependencyNotQualifiedRule() : DeclarationRule(Rule)
{
    private static readonly DiagnosticDescriptor Rule = Rules.Descriptor.Create(
        DiagnosticIds.DependencyNotQualified,
        "Dependency is not written as X.Proxy",
        "Write the type of dependency '{0}' as {1}",
        DiagnosticSeverity.Error,
        "The service's class alone would be a second instance beside the running one; 'Proxy' alone does not say whose.");

    protected override string Reason(INamedTypeSymbol service, ServiceDefect defect) => defect.Other switch
    {
        { } type when defect.Kind is ServiceDefectKind.AliasedDependency =>
            $"'{type.ToDisplayString(SymbolDisplayFormat.CSharpShortErrorMessageFormat)}' without an extern alias, which generated code "
            + "cannot name: add 'global' to the aliases of its assembly",
        INamedTypeSymbol { Name: "Proxy", ContainingType: { } named } => $"'{named.Name}.Proxy'",
        INamedTypeSymbol type when type.IsService() => $"'{type.Name}.Proxy'",
        _ => "'X.Proxy', where X is the service",
    };

    protected override Location? Locate(ServiceDefect defect) => defect.Source.WrittenType();
}
