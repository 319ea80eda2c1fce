using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Pipeline.Analyzers.Symbols;
using Pipeline.Contract;

namespace Pipeline.Analyzers.Rules.Parallelism;

/// <summary>PIPE009: <c>Gather.Settle</c> turns failures into outcomes, and nobody looks at them.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class OutcomeIgnoredAnalyzer : DiagnosticAnalyzer
{
    private static readonly DiagnosticDescriptor Rule = Descriptor.Create(
        DiagnosticIds.OutcomeIgnored,
        "Outcome of Gather.Settle is ignored",
        "{0} ignored; a branch that fails goes unnoticed",
        DiagnosticSeverity.Info,
        "Gather.Settle throws for no branch: a failure is only seen by who looks at its outcome. Look at it, use Gather.All to have it thrown, or discard it where that is meant.");

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Rule];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            if (KnownSymbols.Of(start.Compilation).Gather is not null)
            {
                start.RegisterOperationAction(
                    Analyze, OperationKind.ExpressionStatement, OperationKind.VariableDeclarator, OperationKind.DeconstructionAssignment);
            }
        });
    }

    private static void Analyze(OperationAnalysisContext context)
    {
        if (IgnoredOutcomes.Of(context.Operation) is not { } ignored)
            return;
        if (ignored.AreAll)
            context.ReportDiagnostic(Diagnostic.Create(Rule, ignored.Settle.Syntax.GetLocation(), "The outcomes of 'Gather.Settle' are"));
        foreach (var outcome in ignored.Variables)
            context.ReportDiagnostic(Diagnostic.Create(Rule, outcome.Syntax.GetLocation(), $"The outcome '{outcome.Local.Name}' is"));
    }
}
