using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Pipeline.Analyzers.Effects.Bodies;

/// <summary>
/// The classes and structs in source that may implement an interface. Found by syntax, once for each tree, since the analysis of a
/// document begins anew with every edit: to ask every type of a solution for its interfaces took most of it.
/// </summary>
internal static class TypesWithInterfaces
{
    /// <summary>What our generator writes overrides the members of proxies only, and a call on a proxy is known by its service.</summary>
    private const string OwnGenerator = "Pipeline.Generators.ServiceProxyGenerator";

    private static readonly ConditionalWeakTable<SyntaxTree, TypeDeclarationSyntax[]> Known = new();

    public static ImmutableArray<INamedTypeSymbol> In(Compilation compilation) =>
    [
        .. compilation.SyntaxTrees
            .SelectMany(tree => Known.GetValue(tree, Find).Select(type => compilation.GetSemanticModel(tree).GetDeclaredSymbol(type)))
            .OfType<INamedTypeSymbol>()
            .Distinct<INamedTypeSymbol>(SymbolEqualityComparer.Default),
    ];

    private static TypeDeclarationSyntax[] Find(SyntaxTree tree) => tree.FilePath.Contains(OwnGenerator) ? [] :
    [
        .. tree.GetRoot().DescendantNodes(static node =>
                node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax or TypeDeclarationSyntax)
            .OfType<TypeDeclarationSyntax>()
            .Where(static type => type is not InterfaceDeclarationSyntax && (type.BaseList is not null || HasOwnEquality(type))),
    ];

    /// <summary>A record implements <c>IEquatable</c> without saying so.</summary>
    private static bool HasOwnEquality(TypeDeclarationSyntax type) => type is RecordDeclarationSyntax
        && type.Members.Any(static member => member is MethodDeclarationSyntax { Identifier.ValueText: nameof(Equals) });
}
