using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Pipeline.Analyzers.Dependence;
using Pipeline.Analyzers.Dependence.Calls;
using Pipeline.Analyzers.Dependence.Groups;
using Pipeline.Analyzers.Effects;
using Pipeline.Analyzers.Rules.Parallelism.Blocking;
using Pipeline.Analyzers.Symbols;
using Pipeline.Contract;

namespace Pipeline.Analyzers.Rules.Parallelism;

/// <summary>PIPE004: a sync API calls services one after another although it does not need one's result for the other.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class SequentialSyncCallsAnalyzer : DiagnosticAnalyzer
{
    private static readonly DiagnosticDescriptor Rule = Descriptor.Create(
        DiagnosticIds.SequentialSyncCalls,
        "Sync calls in sequence that could overlap",
        "{0}; make '{3}' async to run them together ({1} calls in sequence, {2} needed)",
        DiagnosticSeverity.Info,
        "A sync API can only call one service after another. An async one can run calls together that do not need one another's results.");

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

            var analysis = new DependenceAnalysis(new(EffectClassifier.Of(start.Compilation, start.Options), CallViews.Sync));
            start.RegisterOperationBlockAction(block => Analyze(block, analysis));
        });
    }

    private static void Analyze(OperationBlockAnalysisContext context, DependenceAnalysis analysis)
    {
        if (context.OwningSymbol is not IMethodSymbol { IsAsync: false } method || !IsApi(method))
            return;

        foreach (var body in context.OperationBlocks)
        {
            foreach (var group in analysis.FindGroups(body, body.SemanticModel!, context.CancellationToken))
            {
                if (group.Calls.All(static call => AwaitContext.PermitsOnceAsync(call.Invocation)))
                    context.ReportDiagnostic(GroupReport.Create(Rule, group, method.Name));
            }
        }
    }

    private static bool IsApi(IMethodSymbol method) =>
        !method.ReturnType.IsTask()
        && !method.ReturnType.IsAsyncStream()
        && method.GetAttributes().Any(static attribute => attribute.AttributeClass?.HasFullName(WellKnownNames.ApiAttribute) is true);
}
