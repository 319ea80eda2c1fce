using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Pipeline.CodeFixes.Rewriting;

/// <summary>
/// Files with <c>throw null!</c> for every body: all that another file can depend on, and nothing that takes long to compile.
/// </summary>
internal static class BodylessTrees
{
    private static readonly ConditionalWeakTable<SyntaxTree, SyntaxTree> Known = new();

    public static SyntaxTree Of(SyntaxTree tree, CancellationToken cancellationToken)
    {
        if (Known.TryGetValue(tree, out var known))
            return known;
        var root = new Rewriter().Visit(tree.GetRoot(cancellationToken));
        return Known.GetValue(tree, key => key.WithRootAndOptions(root, key.Options));
    }

    private sealed class Rewriter : CSharpSyntaxRewriter
    {
        private static readonly ThrowExpressionSyntax Throw = SyntaxFactory.ThrowExpression(
            SyntaxFactory.Token(SyntaxKind.ThrowKeyword).WithTrailingTrivia(SyntaxFactory.Space),
            SyntaxFactory.PostfixUnaryExpression(
                SyntaxKind.SuppressNullableWarningExpression, SyntaxFactory.LiteralExpression(SyntaxKind.NullLiteralExpression)));

        private static readonly BlockSyntax Block = SyntaxFactory.Block(
            SyntaxFactory.ThrowStatement(Throw.Expression).WithThrowKeyword(Throw.ThrowKeyword));

        public override SyntaxNode VisitMethodDeclaration(MethodDeclarationSyntax node) => Without(node);

        public override SyntaxNode VisitConstructorDeclaration(ConstructorDeclarationSyntax node) => Without(node);

        public override SyntaxNode VisitDestructorDeclaration(DestructorDeclarationSyntax node) => Without(node);

        public override SyntaxNode VisitOperatorDeclaration(OperatorDeclarationSyntax node) => Without(node);

        public override SyntaxNode VisitConversionOperatorDeclaration(ConversionOperatorDeclarationSyntax node) => Without(node);

        public override SyntaxNode VisitAccessorDeclaration(AccessorDeclarationSyntax node) => node switch
        {
            { Body: not null } => node.WithBody(Block),
            { ExpressionBody: { } arrow } => node.WithExpressionBody(arrow.WithExpression(Throw)),
            _ => node,
        };

        public override SyntaxNode? VisitArrowExpressionClause(ArrowExpressionClauseSyntax node) => node.WithExpression(Throw);

        private static BaseMethodDeclarationSyntax Without(BaseMethodDeclarationSyntax method) => method switch
        {
            { Body: not null } => method.WithBody(Block),
            { ExpressionBody: { } arrow } => method.WithExpressionBody(arrow.WithExpression(Throw)),
            _ => method,
        };
    }
}
