using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Pipeline.Architecture.Tests;

/// <summary>Reads from bound sources which file names what of which other file.</summary>
internal static class ReferenceReader
{
    public static IReadOnlyList<Reference> Read(CSharpCompilation compilation) =>
        [.. compilation.SyntaxTrees.AsParallel().SelectMany(tree => Read(tree, compilation.GetSemanticModel(tree)))];

    private static IEnumerable<Reference> Read(SyntaxTree tree, SemanticModel model)
    {
        foreach (var node in tree.GetRoot().DescendantNodes(static node => node is not UsingDirectiveSyntax))
        {
            if (node is not (SimpleNameSyntax or ImplicitObjectCreationExpressionSyntax) || node is IdentifierNameSyntax { IsVar: true })
                continue;
            if (SymbolOf(model.GetSymbolInfo(node)) is { } symbol && FileOf(symbol, tree.FilePath) is { } file)
                yield return new(tree.FilePath, node.GetLocation().GetLineSpan().StartLinePosition.Line + 1, file, symbol.Name);
        }
    }

    private static ISymbol? SymbolOf(SymbolInfo info) => (info.Symbol ?? info.CandidateSymbols.FirstOrDefault()) switch
    {
        IMethodSymbol { ReducedFrom: { } extension } => extension,
        IMethodSymbol { MethodKind: MethodKind.Constructor } constructor => constructor.ContainingType,
        ISymbol and (INamedTypeSymbol or IMethodSymbol or IPropertySymbol or IFieldSymbol or IEventSymbol) and var symbol => symbol,
        _ => null,
    };

    /// <summary>The file that declares the symbol, or its type where the compiler adds the member; null if it is the file itself.</summary>
    private static string? FileOf(ISymbol symbol, string from)
    {
        var declarations = symbol.OriginalDefinition.DeclaringSyntaxReferences;
        if (declarations.IsEmpty && symbol.ContainingType is { } type)
            declarations = type.OriginalDefinition.DeclaringSyntaxReferences;
        return declarations.Any(declaration => declaration.SyntaxTree.FilePath == from)
            ? null
            : declarations.FirstOrDefault()?.SyntaxTree.FilePath;
    }
}
