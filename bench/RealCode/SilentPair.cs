using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Pipeline.Analyzers.Dependence;
using Pipeline.Analyzers.Dependence.Calls;
using Pipeline.Analyzers.Dependence.Order;
using Pipeline.Analyzers.Effects;
using Pipeline.Analyzers.Library.Clients;

namespace Pipeline.RealCode;

/// <summary>Two client calls that follow one another in a body, on which PIPE010 is silent, and the condition that makes it so.</summary>
internal sealed record SilentPair(OrderExplanation Order)
{
    public string Condition => Order.Reason.Condition.ToString();

    private Location Location => Order.Later.Invocation.Syntax.GetLocation();

    public static IReadOnlyList<SilentPair> Find(Compilation compilation)
    {
        var options = new AnalyzerOptions([]);
        var clients = new ClientTypes(new(options.AnalyzerConfigOptionsProvider));
        var analysis = new DependenceAnalysis(new(EffectClassifier.Of(compilation, options), CallViews.Async, clients));
        var pairs = new ConcurrentBag<SilentPair>();
        Parallel.ForEach(compilation.SyntaxTrees, tree =>
        {
            var model = compilation.GetSemanticModel(tree);
            foreach (var body in tree.GetRoot().DescendantNodes().Where(IsBody))
            {
                if (model.GetOperation(body) is { } operation)
                {
                    foreach (var order in analysis.Explain(operation, model, CancellationToken.None).GroupBy(order => order.Later).Select(Nearest))
                        pairs.Add(new(order));
                }
            }
        });
        return [.. pairs.OrderBy(pair => pair.Location.GetLineSpan().Path, StringComparer.Ordinal).ThenBy(pair => pair.Location.SourceSpan.Start)];
    }

    public string Show() => Excerpt.Of(
        $"{Condition}: '{Order.Later}' stays behind '{Order.Earlier}', {Order.Reason.Text}",
        [Order.Earlier.Invocation.Syntax.GetLocation(), Location],
        context: 6);

    private static OrderExplanation Nearest(IEnumerable<OrderExplanation> orders) => orders.MaxBy(order => order.Earlier.Invocation.Syntax.SpanStart)!;

    private static bool IsBody(SyntaxNode node) => node is BaseMethodDeclarationSyntax or AccessorDeclarationSyntax;
}
