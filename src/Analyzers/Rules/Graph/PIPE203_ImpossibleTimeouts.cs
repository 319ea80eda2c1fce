using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Pipeline.Analyzers.Rules.Graph.Timeouts;
using Pipeline.Analyzers.Symbols;
using Pipeline.Contract;

namespace Pipeline.Analyzers.Rules.Graph;

/// <summary>PIPE203: the calls an API makes may together take longer, by their own timeouts, than the API's timeout leaves them.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ImpossibleTimeoutsAnalyzer : DiagnosticAnalyzer
{
    private static readonly DiagnosticDescriptor Rule = Descriptor.Create(
        DiagnosticIds.ImpossibleTimeouts,
        "Timeouts that cannot fit",
        "'{0}' has {1}, but {2} may take {3}: {4}",
        DiagnosticSeverity.Warning,
        "A deadline travels with a call and only shrinks. Calls that may take longer than their caller has are cut short before their own timeouts: those promise more time than there is.");

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
                start.RegisterOperationBlockAction(Analyze);
        });
    }

    private static void Analyze(OperationBlockAnalysisContext context)
    {
        if (context.OwningSymbol is not IMethodSymbol { MethodKind: MethodKind.Ordinary } api || Streams.IsStream(api.ReturnType))
            return;
        if (DeclaredTimeout.OfCaller(api) is not { } budget)
            return;

        foreach (var body in context.OperationBlocks.OfType<IBlockOperation>())
        {
            var path = Timeline.LongestPath(body, call => DeclaredTimeout.OfCall(call, api.ContainingType));
            if (path.End > budget.Time)
                context.ReportDiagnostic(Create(api, budget, path));
        }
    }

    /// <summary>Placed on the time the API declares for itself; one of its service is not its alone, so then on its name.</summary>
    private static Diagnostic Create(IMethodSymbol api, DeclaredTimeout budget, CallPath path)
    {
        var own = SymbolEqualityComparer.Default.Equals(budget.Declaration, api) ? api.GetAttribute(WellKnownNames.ApiAttribute) : null;
        var calls = path.Calls.ToList();
        return Diagnostic.Create(
            Rule,
            own?.Argument("Timeout")?.Expression.GetLocation() ?? api.InSource(),
            calls.Select(static step => step.Call.Syntax.GetLocation()),
            $"{api.ContainingType.Name}.{ApiName.Of(api.Name)}",
            Duration.Format(budget.Time),
            calls.Count == 1 ? "a call it makes" : "the calls it makes in sequence",
            Duration.Format(path.End),
            string.Join(", ", calls.Select(static step => $"{CallName.Of(step.Call)} {Duration.Format(step.Time)}")));
    }
}
