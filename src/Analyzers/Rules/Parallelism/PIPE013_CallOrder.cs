using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Pipeline.Analyzers.Dependence;
using Pipeline.Analyzers.Dependence.Calls;
using Pipeline.Analyzers.Dependence.Order;
using Pipeline.Analyzers.Symbols;
using Pipeline.Contract;

namespace Pipeline.Analyzers.Rules.Parallelism;

/// <summary>
/// PIPE013: says of every two calls, and of every loop, why they stay in order; on request, by <c>pipeline_explain = true</c>.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class CallOrderAnalyzer : DiagnosticAnalyzer
{
    private const string Explain = "pipeline_explain";

    private static readonly DiagnosticDescriptor Rule = Descriptor.Create(
        DiagnosticIds.CallOrder,
        "Why calls stay in order",
        "'{0}' stays behind {1}; ordered: {2}",
        DiagnosticSeverity.Hidden,
        "Asked for by pipeline_explain = true in .editorconfig: for every two calls that stay one after the other, and every loop whose iterations do, the condition that keeps them so.");

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Rule];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            if (KnownSymbols.Of(start.Compilation).HasServices)
            {
                var services = DependenceAnalysis.Of(start.Compilation, start.Options);
                start.RegisterOperationBlockAction(block => Analyze(block, services, static _ => true));
            }

            var clients = DependenceAnalysis.OfClients(start.Compilation, start.Options);
            start.RegisterOperationBlockAction(block => Analyze(block, clients, static call => call.View is CallViews.Client));
        });
    }

    private static void Analyze(OperationBlockAnalysisContext context, DependenceAnalysis analysis, Func<ServiceCall, bool> concerns)
    {
        foreach (var body in context.OperationBlocks)
        {
            if (!IsAsked(context.Options, body.Syntax.SyntaxTree))
                continue;
            foreach (var pair in analysis.Explain(body, body.SemanticModel!, context.CancellationToken))
            {
                if (concerns(pair.Earlier.Call) || concerns(pair.Later.Call))
                    context.ReportDiagnostic(Create(pair.Later.Invocation, pair.Later.Call.Name, $"'{pair.Earlier}'", pair.Reason));
            }

            foreach (var (call, reason) in analysis.ExplainLoops(body, body.SemanticModel!, context.CancellationToken))
            {
                if (concerns(call))
                    context.ReportDiagnostic(Create(call.Invocation, call.Name, "that of the iteration before", reason));
            }
        }
    }

    private static Diagnostic Create(IOperation later, string laterName, string earlierName, OrderReason reason) =>
        Diagnostic.Create(Rule, later.Syntax.GetLocation(), [reason.Cause.Syntax.GetLocation()], laterName, earlierName, reason.Text);

    private static bool IsAsked(AnalyzerOptions options, SyntaxTree tree) =>
        options.AnalyzerConfigOptionsProvider.GetOptions(tree).TryGetValue(Explain, out string? value)
        && string.Equals(value, "true", StringComparison.OrdinalIgnoreCase);
}
