using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Pipeline.Analyzers.Dependence;
using Pipeline.Analyzers.Dependence.Groups;
using Pipeline.Analyzers.Profiles;
using Pipeline.Analyzers.Symbols;
using Pipeline.Contract;

namespace Pipeline.Analyzers.Rules.Parallelism;

/// <summary>PIPE001: service calls are awaited one after another although they do not need one another's results.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class SequentialAwaitsAnalyzer : DiagnosticAnalyzer
{
    private static readonly DiagnosticDescriptor Rule = Descriptor.Create(
        DiagnosticIds.SequentialAwaits,
        "Awaits in sequence that could overlap",
        "{0}; run them together ({1} calls in sequence, {2} needed){3}",
        DiagnosticSeverity.Warning,
        "Calls that do not need one another's results take the longest of them when they run together, and the sum of them one after another.");

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

    private static Saving Saved(CallGroup group, OperationBlockAnalysisContext context) =>
        Saving.Of(group, context.OwningSymbol, context.Options, context.CancellationToken);

    private static Diagnostic Report(CallGroup group, Saving saved) => GroupReport.Create(Rule, group, saved.Properties, saved);

    private static void Analyze(OperationBlockAnalysisContext context, DependenceAnalysis analysis)
    {
        foreach (var body in context.OperationBlocks)
        {
            foreach (var group in OneReport.FindGroups(analysis, body, body.SemanticModel!, context.CancellationToken))
                context.ReportDiagnostic(Report(group, Saved(group, context)));
        }
    }
}
