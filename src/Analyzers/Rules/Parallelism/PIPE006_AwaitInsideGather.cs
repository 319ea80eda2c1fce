using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Pipeline.Analyzers.Dependence;
using Pipeline.Analyzers.Dependence.Groups;
using Pipeline.Analyzers.Dependence.Order;
using Pipeline.Analyzers.Symbols;
using Pipeline.Contract;

namespace Pipeline.Analyzers.Rules.Parallelism;

/// <summary>PIPE006: an <c>await</c> among the arguments of a gather keeps later arguments from starting their calls.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class AwaitInsideGatherAnalyzer : DiagnosticAnalyzer
{
    private static readonly DiagnosticDescriptor Rule = Descriptor.Create(
        DiagnosticIds.AwaitInsideGather,
        "Await inside the arguments of a gather",
        "{0} until '{1}' is awaited, whose result {2} not need; await it outside, or in a branch of its own",
        DiagnosticSeverity.Warning,
        "The arguments of a gather are evaluated one after another. An await among them holds up every call that a later argument starts.");

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
            foreach (var delay in analysis.FindDelays(body, body.SemanticModel!, context.CancellationToken))
                context.ReportDiagnostic(Create(delay));
        }
    }

    private static Diagnostic Create(GatherDelay delay)
    {
        bool one = delay.Delayed.Length == 1;
        return Diagnostic.Create(
            Rule,
            delay.Awaited.Wait!.Syntax.GetLocation(),
            delay.Delayed.Select(GroupReport.LocationOf),
            $"{GroupReport.List(delay.Delayed)} {(one ? "does" : "do")} not start",
            delay.Awaited.Call.Name,
            one ? "it does" : "they do");
    }
}
