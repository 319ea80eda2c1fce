using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Pipeline.Analyzers.Symbols;
using Pipeline.Contract;

namespace Pipeline.Analyzers.Rules.Graph;

/// <summary>
/// PIPE202: two services of one name in one graph. Two such services may exist; a graph with both cannot start, so it is
/// reported where they come together.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class DuplicateServiceNameAnalyzer : DiagnosticAnalyzer
{
    private static readonly DiagnosticDescriptor Rule = Descriptor.Create(
        DiagnosticIds.DuplicateServiceName,
        "Two services of one name in one graph",
        "This dependency brings a second '{0}' into the graph of '{1}': '{2}' beside '{3}'; give one a name with [Service(Name = \"...\")]",
        DiagnosticSeverity.Error,
        "Configuration, logs and traces tell the services of a graph apart by name.");

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
        var root = (INamedTypeSymbol)context.Symbol;
        if (!root.IsService())
            return;
        foreach (var clash in NameClash.FindAt(root, graph))
        {
            context.ReportDiagnostic(Diagnostic.Create(
                Rule,
                clash.Dependency.Place(context.Compilation, root),
                ServiceGraph.NameOf(clash.Second),
                root.Name,
                clash.Second.ToDisplayString(),
                clash.First.ToDisplayString()));
        }
    }
}
