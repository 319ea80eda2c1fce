using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Pipeline.Analyzers.Symbols;
using Pipeline.Contract;

namespace Pipeline.Analyzers.Rules.Graph;

/// <summary>PIPE201: services that need each other before any of them can start.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class CycleAnalyzer : DiagnosticAnalyzer
{
    private static readonly DiagnosticDescriptor Rule = Descriptor.Create(
        DiagnosticIds.Cycle,
        "Services depend on each other in a cycle",
        "This dependency closes a cycle in which no service can start first: {0}",
        DiagnosticSeverity.Error,
        "Dependencies start before the service that needs them. In a cycle there is no first one.");

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Rule];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            if (KnownSymbols.Of(start.Compilation).ServiceAttribute is null)
                return;
            var graph = new ServiceGraph();
            start.RegisterSymbolAction(symbol => Analyze(symbol, graph), SymbolKind.NamedType);
        });
    }

    private static void Analyze(SymbolAnalysisContext context, ServiceGraph graph)
    {
        var service = (INamedTypeSymbol)context.Symbol;
        if (!service.IsService())
            return;
        foreach (var dependency in graph.DependenciesOf(service))
        {
            context.CancellationToken.ThrowIfCancellationRequested();
            var way = graph.FindPath(dependency.Service, service);
            if (!way.IsEmpty)
                context.ReportDiagnostic(Diagnostic.Create(Rule, dependency.Place(context.Compilation, service), Path(service, way)));
        }
    }

    private static string Path(INamedTypeSymbol service, ImmutableArray<INamedTypeSymbol> way) =>
        string.Join(" → ", way.Insert(0, service).Select(static step => step.Name));
}
