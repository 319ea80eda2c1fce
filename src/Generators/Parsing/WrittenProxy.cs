using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Pipeline.Contract;

namespace Pipeline.Generators.Parsing;

/// <summary>
/// Reads whose proxy is written. A service derived from one of another assembly has that one's proxy until its own is generated,
/// so that <c>Derived.Proxy</c> binds to the base's: only the source tells them apart.
/// </summary>
internal static class WrittenProxy
{
    private const string ProxyName = "Proxy";

    /// <summary>The service named left of <c>.Proxy</c>, or null where nothing such is written.</summary>
    public static INamedTypeSymbol? ServiceOf(ISymbol dependency, Compilation compilation)
    {
        var declaration = dependency.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax();
        return declaration is not null && DependencyRules.WrittenType(declaration) is { } type
            ? ServiceOf(type, compilation)
            : null;
    }

    private static INamedTypeSymbol? ServiceOf(TypeSyntax type, Compilation compilation)
    {
        if (!compilation.ContainsSyntaxTree(type.SyntaxTree))
            return null;

        var model = compilation.GetSemanticModel(type.SyntaxTree);
        return type switch
        {
            QualifiedNameSyntax { Right.Identifier.ValueText: ProxyName, Left: var left } =>
                (model.GetSymbolInfo(left).Symbol as INamedTypeSymbol)?.WithBases().FirstOrDefault(static named => named.IsService()),
            IdentifierNameSyntax alias when Target(model.GetAliasInfo(alias)) is { } target => ServiceOf(target, compilation),
            _ => null,
        };
    }

    private static TypeSyntax? Target(IAliasSymbol? alias) =>
        (alias?.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() as UsingDirectiveSyntax)?.NamespaceOrType;
}
