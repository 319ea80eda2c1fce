using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Pipeline.Generators.Parsing;

/// <summary>
/// A compilation without its bodies. The compiler looks through all bodies of a class for uses of a primary constructor's parameters
/// before it tells the class's members, and for <c>yield</c> before it tells a method's parameters: of two files with the same
/// declarations, the longer costs more. Here it finds nothing to look through, and just what <see cref="DeclarationHasher"/> hashes.
/// </summary>
internal static class DeclarationCompilation
{
    private static readonly ConditionalWeakTable<SyntaxTree, SyntaxTree> Trees = new();

    public static Compilation Of(Compilation compilation, CancellationToken cancellationToken)
    {
        var originals = new Dictionary<SyntaxTree, SyntaxTree>();
        foreach (var tree in compilation.SyntaxTrees)
            originals[WithoutBodies(tree, cancellationToken)] = tree;

        var declarations = compilation.RemoveAllSyntaxTrees().AddSyntaxTrees(originals.Keys);
        return compilation.Options.SyntaxTreeOptionsProvider is { } options
            ? declarations.WithOptions(declarations.Options.WithSyntaxTreeOptionsProvider(new OptionsOfOriginals(options, originals)))
            : declarations;
    }

    private static SyntaxTree WithoutBodies(SyntaxTree tree, CancellationToken cancellationToken)
    {
        if (Trees.TryGetValue(tree, out var known))
            return known;

        var root = new BodyRemover(cancellationToken).Visit(tree.GetRoot(cancellationToken))!;
        return Trees.GetValue(tree, key => key.WithRootAndOptions(root, key.Options));
    }

    /// <summary>Puts something short in the place of what runs.</summary>
    private sealed class BodyRemover(CancellationToken cancellationToken) : CSharpSyntaxRewriter
    {
        private static readonly BlockSyntax Nothing = SyntaxFactory.Block();
        private static readonly ExpressionSyntax Default = SyntaxFactory.LiteralExpression(SyntaxKind.DefaultLiteralExpression);

        public override SyntaxNode? Visit(SyntaxNode? node)
        {
            cancellationToken.ThrowIfCancellationRequested();
            return node is null || !DeclarationHasher.IsBody(node) ? base.Visit(node) : node.ContainsDirectives ? node : Emptied(node);
        }

        private static SyntaxNode Emptied(SyntaxNode body) => body switch
        {
            BlockSyntax => Nothing,
            ArrowExpressionClauseSyntax arrow => arrow.WithExpression(Default),
            EqualsValueClauseSyntax initializer => initializer.WithValue(Default),
            ConstructorInitializerSyntax initializer => initializer.WithArgumentList(SyntaxFactory.ArgumentList()),
            ArgumentListSyntax => SyntaxFactory.ArgumentList(),
            _ => body,
        };
    }

    /// <summary>What is configured for a file, by its path for one, holds for it without its bodies too.</summary>
    private sealed class OptionsOfOriginals(SyntaxTreeOptionsProvider options, Dictionary<SyntaxTree, SyntaxTree> originals)
        : SyntaxTreeOptionsProvider
    {
        public override GeneratedKind IsGenerated(SyntaxTree tree, CancellationToken cancellationToken) =>
            options.IsGenerated(originals[tree], cancellationToken);

        public override bool TryGetDiagnosticValue(
            SyntaxTree tree, string diagnosticId, CancellationToken cancellationToken, out ReportDiagnostic severity) =>
            options.TryGetDiagnosticValue(originals[tree], diagnosticId, cancellationToken, out severity);

        public override bool TryGetGlobalDiagnosticValue(
            string diagnosticId, CancellationToken cancellationToken, out ReportDiagnostic severity) =>
            options.TryGetGlobalDiagnosticValue(diagnosticId, cancellationToken, out severity);
    }
}
