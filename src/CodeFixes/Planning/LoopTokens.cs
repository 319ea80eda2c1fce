using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Pipeline.CodeFixes.Planning;

/// <summary>Cancellation tokens handed to calls.</summary>
internal static class LoopTokens
{
    /// <summary>Arguments that are a token's plain name.</summary>
    public static IEnumerable<IdentifierNameSyntax> In(SyntaxNode node, SemanticModel model) => node.DescendantNodes()
        .OfType<IdentifierNameSyntax>()
        .Where(name => name.Parent is ArgumentSyntax && IsToken(model.GetSymbolInfo(name).Symbol));

    private static bool IsToken(ISymbol? symbol) =>
        symbol is ILocalSymbol { Type.Name: "CancellationToken" } or IParameterSymbol { Type.Name: "CancellationToken" };
}
