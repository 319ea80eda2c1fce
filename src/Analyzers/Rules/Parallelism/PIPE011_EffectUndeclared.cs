using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Pipeline.Analyzers.Dependence;
using Pipeline.Analyzers.Effects;
using Pipeline.Analyzers.Symbols;
using Pipeline.Contract;

namespace Pipeline.Analyzers.Rules.Parallelism;

/// <summary>PIPE011: calls stay in sequence only because nothing says what one of them does.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class EffectUndeclaredAnalyzer : DiagnosticAnalyzer
{
    private static readonly DiagnosticDescriptor Rule = Descriptor.Create(
        DiagnosticIds.EffectUndeclared,
        "Calls could overlap if an effect were declared",
        "{0} could run together if '{1}' were declared to change nothing ({2})",
        DiagnosticSeverity.Hidden,
        "Only calls that change nothing are ever reported as overlapping. Where the body does not show it and the name does not say it, declare it: [Api(Effect = Effect.Reads)].");

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

            var effects = EffectClassifier.Of(start.Compilation, start.Options);
            var analysis = DependenceAnalysis.Of(start.Compilation, start.Options);
            start.RegisterOperationBlockAction(block => Analyze(block, analysis, effects));
        });
    }

    private static void Analyze(OperationBlockAnalysisContext context, DependenceAnalysis analysis, EffectClassifier effects)
    {
        foreach (var body in context.OperationBlocks)
        {
            foreach (var obstacle in UnknownObstacle.FindIn(body, analysis, effects, context.CancellationToken))
            {
                context.ReportDiagnostic(Diagnostic.Create(
                    Rule, obstacle.Call.Invocation.Syntax.GetLocation(), obstacle.Gain, obstacle.Call.Name, obstacle.Call.Effect.Reason));
            }
        }
    }
}
