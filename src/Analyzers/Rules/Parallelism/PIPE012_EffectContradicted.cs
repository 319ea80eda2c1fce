using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Pipeline.Analyzers.Effects;
using Pipeline.Analyzers.Symbols;
using Pipeline.Contract;

namespace Pipeline.Analyzers.Rules.Parallelism;

/// <summary>PIPE012: an API is declared to change nothing, and its body plainly writes.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class EffectContradictedAnalyzer : DiagnosticAnalyzer
{
    private static readonly DiagnosticDescriptor Rule = Descriptor.Create(
        DiagnosticIds.EffectContradicted,
        "Declared effect contradicted by the body",
        "'{0}' is declared {1}, but it {2}",
        DiagnosticSeverity.Warning,
        "Callers overlap and reorder calls that are declared to change nothing. An API that writes has to be declared Effect.Writes, or not at all.");

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Rule];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            if (KnownSymbols.Of(start.Compilation).ApiAttribute is null)
                return;

            var effects = EffectClassifier.Of(start.Compilation, start.Options);
            start.RegisterOperationBlockAction(block => Analyze(block, effects));
        });
    }

    private static void Analyze(OperationBlockAnalysisContext context, EffectClassifier effects)
    {
        if (context.OwningSymbol is not IMethodSymbol method || !method.IsApi())
            return;
        var declared = DeclaredEffect.Of(method, method.ContainingType);
        if (declared is not (ApiEffect.None or ApiEffect.Reads))
            return;

        foreach (var body in context.OperationBlocks)
        {
            if (PlainWrite.Find(body, method, effects, context.CancellationToken) is { } write)
                context.ReportDiagnostic(
                    Diagnostic.Create(Rule, write.Operation.Syntax.GetLocation(), method.Name, declared, write.Reason));
        }
    }
}
