using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;
using Pipeline.Analyzers.Dependence;
using Pipeline.Analyzers.Dependence.Calls;
using Pipeline.Analyzers.Dependence.Groups;
using Pipeline.Analyzers.Dependence.Loops;
using Pipeline.Analyzers.Effects;
using Pipeline.Analyzers.Library.Clients;
using Pipeline.Analyzers.Symbols;

namespace Pipeline.CodeFixes.Planning;

/// <summary>Finds again, in a document as it is now, the group that a diagnostic was reported for.</summary>
internal static class FlaggedGroup
{
    /// <param name="document">The document as it is now.</param>
    /// <param name="model">Its semantic model.</param>
    /// <param name="position">Where the report begins: the first call that makes others wait.</param>
    /// <param name="views">The calls that count.</param>
    /// <param name="cancellationToken">Stops the search.</param>
    public static CallGroup? Find(
        Document document, SemanticModel model, int position, CallViews views, CancellationToken cancellationToken) =>
        GroupsAround(document, model, position, views, cancellationToken).FirstOrDefault(
            group => group.First.Invocation.Syntax.SpanStart == position);

    /// <summary>Where reports would begin in a member of the document as it is now, in source order.</summary>
    public static IEnumerable<int> PositionsIn(
        Document document, SemanticModel model, TextSpan member, CallViews views, CancellationToken cancellationToken) =>
        GroupsAround(document, model, member.Start, views, cancellationToken)
            .Select(static group => group.First.Invocation.Syntax.SpanStart)
            .Where(member.Contains)
            .OrderBy(static position => position);

    private static ImmutableArray<CallGroup> GroupsAround(
        Document document, SemanticModel model, int position, CallViews views, CancellationToken cancellationToken)
    {
        if (BodyAround(position, model, cancellationToken) is not { } body)
            return [];
        var analysis = Analysis(document, model, views);
        if (!views.HasFlag(CallViews.Client))
            return OneReport.FindGroups(analysis, body, model, cancellationToken);

        var services = KnownSymbols.Of(model.Compilation).HasServices ? Analysis(document, model, CallViews.Async) : null;
        return OneReport.FindClientGroups(analysis, services, body, model, cancellationToken);
    }

    /// <summary>The loop whose first call the report is on.</summary>
    public static LoopCalls? FindLoop(
        Document document, SemanticModel model, int position, CallViews views, CancellationToken cancellationToken) =>
        BodyAround(position, model, cancellationToken) is { } body
            ? Analysis(document, model, views)
                .FindLoops(body, model, cancellationToken)
                .FirstOrDefault(loop => loop.Iteration.Calls[0].Invocation.Syntax.SpanStart == position)
            : null;

    private static DependenceAnalysis Analysis(Document document, SemanticModel model, CallViews views)
    {
        var clients = views.HasFlag(CallViews.Client) ? ClientTypes.Of(document.Project.AnalyzerOptions) : null;
        return new(new(EffectClassifier.Of(model.Compilation, document.Project.AnalyzerOptions), views & ~CallViews.Client, clients));
    }

    /// <summary>The outermost body around a node: what the analyzers see as one.</summary>
    private static IOperation? BodyAround(int position, SemanticModel model, CancellationToken cancellationToken)
    {
        var root = model.SyntaxTree.GetRoot(cancellationToken);
        if (position >= root.FullSpan.End)
            return null;

        IOperation? outermost = null;
        for (var node = root.FindToken(position).Parent; node is not null; node = node.Parent)
        {
            if (node is BaseMethodDeclarationSyntax or AccessorDeclarationSyntax or ArrowExpressionClauseSyntax
                or EqualsValueClauseSyntax or CompilationUnitSyntax)
                outermost = model.GetOperation(node, cancellationToken) ?? outermost;
        }

        return outermost switch
        {
            IMethodBodyBaseOperation method => method.BlockBody ?? method.ExpressionBody,
            var body => body,
        };
    }
}
