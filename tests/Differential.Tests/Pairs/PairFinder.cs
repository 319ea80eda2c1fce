using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Pipeline.Analyzers.Dependence;
using Pipeline.Analyzers.Dependence.Calls;
using Pipeline.Analyzers.Dependence.Groups;
using Pipeline.Analyzers.Dependence.Tracing;
using Pipeline.Analyzers.Effects;

namespace Pipeline.Differential.Pairs;

/// <summary>
/// Pairs of calls of one straight line, with the analysis' judgement: those where the later call needs nothing of any call
/// between them, so that it can be tried without moving others.
/// </summary>
internal sealed class PairFinder(CSharpCompilation compilation)
{
    private readonly DependenceAnalysis _analysis = new(
        new CallRecognizer(new EffectClassifier(compilation, new AnalyzerOptions([]).AnalyzerConfigOptionsProvider), CallViews.Async));

    public IEnumerable<JudgedPair> Find(SyntaxTree tree)
    {
        var model = compilation.GetSemanticModel(tree);
        var run = tree.GetRoot().DescendantNodes().OfType<MethodDeclarationSyntax>().Single(method => method.Identifier.Text == "RunAsync");
        var body = (IMethodBodyOperation)model.GetOperation(run)!;
        return _analysis.Trace(body.BlockBody ?? body.ExpressionBody!, model, CancellationToken.None).SelectMany(Judge);
    }

    private static IEnumerable<JudgedPair> Judge(CallTrace trace)
    {
        var graph = new CallGraph(trace);
        return
            from later in trace.Calls
            from earlier in trace.Calls
            where earlier.End < later.Start && later.Wait is not null
            let reason = graph.ReasonOf(earlier, later)
            where reason is not null || !graph.MustWait(earlier, later)
            where !trace.Calls.Any(between => earlier.Start < between.Start && between.Start < later.Start && graph.MustWait(between, later))
            select new JudgedPair(Syntax(earlier), Syntax(later), reason?.Condition, reason?.Text ?? "");
    }

    private static InvocationExpressionSyntax Syntax(CallNode call) => (InvocationExpressionSyntax)call.Invocation.Syntax;
}
