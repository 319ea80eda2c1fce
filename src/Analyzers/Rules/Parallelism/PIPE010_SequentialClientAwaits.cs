using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Pipeline.Analyzers.Dependence;
using Pipeline.Analyzers.Dependence.Calls;
using Pipeline.Analyzers.Dependence.Groups;
using Pipeline.Analyzers.Dependence.Tracing;
using Pipeline.Analyzers.Effects.Bodies;
using Pipeline.Analyzers.Profiles;
using Pipeline.Analyzers.Symbols;
using Pipeline.Contract;

namespace Pipeline.Analyzers.Rules.Parallelism;

/// <summary>
/// PIPE010: as PIPE001, for well-known clients that are documented safe for concurrent use, and for own methods that come down to them.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class SequentialClientAwaitsAnalyzer : DiagnosticAnalyzer
{
    private static readonly DiagnosticDescriptor Rule = Descriptor.Create(
        DiagnosticIds.SequentialClientAwaits,
        "Client calls in sequence that could overlap",
        "{0}; run {1}{2}",
        DiagnosticSeverity.Info,
        "Requests that do not need one another's results take the longest of them when they run together, and the sum of them one after another.");

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Rule];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            var analysis = DependenceAnalysis.OfClients(start.Compilation, start.Options);
            var services = KnownSymbols.Of(start.Compilation).HasServices ? DependenceAnalysis.Of(start.Compilation, start.Options) : null;
            start.RegisterOperationBlockAction(block => Analyze(block, analysis, services));
        });
    }

    private static void Analyze(OperationBlockAnalysisContext context, DependenceAnalysis analysis, DependenceAnalysis? services)
    {
        foreach (var body in context.OperationBlocks)
        {
            foreach (var group in OneReport.FindClientGroups(
                analysis, services, body, body.SemanticModel!, context.CancellationToken))
            {
                var saved = Saving.Of(group, context.OwningSymbol, context.Options, context.CancellationToken);
                context.ReportDiagnostic(Diagnostic.Create(
                    Rule,
                    GroupReport.LocationOf(group.First),
                    group.Waiting.Select(GroupReport.LocationOf),
                    saved.Properties,
                    GroupReport.Sentence(group),
                    $"them together ({group.SequentialCalls} calls in sequence, {group.CriticalPathLength} needed)",
                    Grounds(group.Calls) + saved));
            }

            foreach (var loop in analysis.FindLoops(body, body.SemanticModel!, context.CancellationToken))
            {
                var calls = loop.Iteration.Calls;
                if (!calls.Any(static call => call.Call.View is CallViews.Client))
                    continue;
                string sentence = $"'{calls[0]}' is awaited once per iteration although no iteration needs another's result";
                var saved = Saving.Of(loop, context.OwningSymbol, context.Options, context.CancellationToken);
                context.ReportDiagnostic(Diagnostic.Create(
                    Rule,
                    GroupReport.LocationOf(calls[0]),
                    saved.Properties,
                    sentence,
                    "the iterations together",
                    Grounds(calls) + saved));
            }
        }
    }

    /// <summary>Why the calls of own methods are believed to be safe, each once.</summary>
    private static string Grounds(IEnumerable<CallNode> calls) => string.Concat(calls
        .Where(static call => call.Call is { View: CallViews.Client, Effect.Source: EffectSource.Inferred })
        .Select(static call => $"; '{call}' {call.Call.Effect.Reason}")
        .Distinct());
}
