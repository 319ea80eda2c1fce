using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Pipeline.Analyzers.Dependence;
using Pipeline.Analyzers.Dependence.Calls;
using Pipeline.Analyzers.Dependence.Groups;
using Pipeline.Analyzers.Effects;
using Pipeline.Analyzers.Effects.Bodies;
using Pipeline.Analyzers.Library.Clients;
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
        "{0}; run them together ({1} calls in sequence, {2} needed){3}",
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
            var clients = ClientTypes.Of(start.Options);
            var recognizer = new CallRecognizer(EffectClassifier.Of(start.Compilation, start.Options), CallViews.Async, clients);
            var analysis = new DependenceAnalysis(recognizer);
            start.RegisterOperationBlockAction(block => Analyze(block, analysis));
        });
    }

    private static void Analyze(OperationBlockAnalysisContext context, DependenceAnalysis analysis)
    {
        foreach (var body in context.OperationBlocks)
        {
            foreach (var group in analysis.FindClientGroups(body, body.SemanticModel!, context.CancellationToken))
                context.ReportDiagnostic(GroupReport.Create(Rule, group, Grounds(group)));
        }
    }

    /// <summary>Why the calls of own methods are believed to be safe, each once.</summary>
    private static string Grounds(CallGroup group) => string.Concat(group.Calls
        .Where(static call => call.Call is { View: CallViews.Client, Effect.Source: EffectSource.Inferred })
        .Select(static call => $"; '{call}' {call.Call.Effect.Reason}")
        .Distinct());
}
