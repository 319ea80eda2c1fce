using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Pipeline.Analyzers.Calls;
using Pipeline.Analyzers.Dependence;
using Pipeline.Analyzers.Effects;

namespace Pipeline.CodeFixes.Parallel;

/// <summary>Finds again, in a document as it is now, the group that a diagnostic was reported for.</summary>
internal static class FlaggedGroup
{
    /// <param name="position">Where the report begins: the first call that makes others wait.</param>
    public static CallGroup? Find(Document document, SemanticModel model, int position, CallViews views, CancellationToken cancellationToken)
    {
        var root = model.SyntaxTree.GetRoot(cancellationToken);
        if (position >= root.FullSpan.End || BodyAround(root.FindToken(position).Parent, model, cancellationToken) is not { } body)
            return null;

        var effects = new EffectClassifier(model.Compilation, document.Project.AnalyzerOptions.AnalyzerConfigOptionsProvider);
        return new DependenceAnalysis(new(effects, views))
            .FindGroups(body, model, cancellationToken)
            .FirstOrDefault(group => group.First.Invocation.Syntax.SpanStart == position);
    }

    /// <summary>The outermost body around a node: what the analyzers see as one.</summary>
    private static IOperation? BodyAround(SyntaxNode? node, SemanticModel model, CancellationToken cancellationToken)
    {
        IOperation? outermost = null;
        for (; node is not null; node = node.Parent)
        {
            if (node is BaseMethodDeclarationSyntax or AccessorDeclarationSyntax or ArrowExpressionClauseSyntax or EqualsValueClauseSyntax or CompilationUnitSyntax)
                outermost = model.GetOperation(node, cancellationToken) ?? outermost;
        }

        return outermost switch
        {
            IMethodBodyBaseOperation method => method.BlockBody ?? method.ExpressionBody,
            var body => body,
        };
    }
}
