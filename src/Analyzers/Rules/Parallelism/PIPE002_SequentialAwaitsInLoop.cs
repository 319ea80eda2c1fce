using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Pipeline.Analyzers.Dependence;
using Pipeline.Analyzers.Dependence.Groups;
using Pipeline.Analyzers.Profiles;
using Pipeline.Analyzers.Symbols;
using Pipeline.Contract;

namespace Pipeline.Analyzers.Rules.Parallelism;

/// <summary>PIPE002: a loop awaits a service call for each item although no iteration needs another's result.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class SequentialAwaitsInLoopAnalyzer : DiagnosticAnalyzer
{
    private static readonly DiagnosticDescriptor Rule = Descriptor.Create(
        DiagnosticIds.SequentialAwaitsInLoop,
        "Awaits in a loop whose iterations could overlap",
        "'{0}' is awaited once per iteration although no iteration needs another's result; run the iterations together with Gather.Each{1}",
        DiagnosticSeverity.Warning,
        "Iterations that do not need one another's results take the longest of them when they run together, and the sum of them one after another.");

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Rule];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            if (!KnownSymbols.Of(start.Compilation).HasServices)
                return;

            var analysis = DependenceAnalysis.Of(start.Compilation, start.Options);
            start.RegisterOperationBlockAction(block => Analyze(block, analysis));
        });
    }

    private static void Analyze(OperationBlockAnalysisContext context, DependenceAnalysis analysis)
    {
        foreach (var body in context.OperationBlocks)
        {
            foreach (var loop in analysis.FindLoops(body, body.SemanticModel!, context.CancellationToken))
            {
                var first = loop.Iteration.Calls[0];
                var saved = Saving.Of(loop, context.OwningSymbol, context.Options, context.CancellationToken);
                context.ReportDiagnostic(Diagnostic.Create(Rule, GroupReport.LocationOf(first), saved.Properties, first.Call.Name, saved));
            }
        }
    }
}
