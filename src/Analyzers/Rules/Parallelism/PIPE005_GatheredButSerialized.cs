using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Pipeline.Analyzers.Rules.Parallelism.Gathered;
using Pipeline.Analyzers.Symbols;
using Pipeline.Contract;

namespace Pipeline.Analyzers.Rules.Parallelism;

/// <summary>PIPE005: calls are gathered to run together, and the service they call declares that it runs one at a time.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class GatheredButSerializedAnalyzer : DiagnosticAnalyzer
{
    private static readonly DiagnosticDescriptor Rule = Descriptor.Create(
        DiagnosticIds.GatheredButSerialized,
        "Gathered calls that the callee runs one at a time",
        "'{0}' declares Concurrency = 1, so the gathered calls of {1} run one after another",
        DiagnosticSeverity.Warning,
        "Gathering calls gains nothing where the service they call runs one at a time. Raise its Concurrency or Instances, or give it all the work in one call.");

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
                start.RegisterOperationAction(Analyze, OperationKind.Invocation);
        });
    }

    private static void Analyze(OperationAnalysisContext context)
    {
        var join = (IInvocationOperation)context.Operation;
        foreach (var queue in SerializedCalls.In(join, context.ContainingSymbol))
        {
            var names = queue.Branches.Select(static branch => $"'{ProxyCallName.OnAsyncView(branch.Call)}'").Distinct();
            var places = queue.Branches.Select(static branch => branch.Place.Syntax.GetLocation()).ToList();
            context.ReportDiagnostic(Diagnostic.Create(Rule, places[0], places.Skip(1), queue.Service.Name, string.Join(" and ", names)));
        }
    }
}
