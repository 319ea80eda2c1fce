using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Pipeline.Analyzers.Dependence;
using Pipeline.Analyzers.Dependence.Groups;
using Pipeline.Analyzers.Profiles;
using Pipeline.Analyzers.Symbols;
using Pipeline.Contract;

namespace Pipeline.Analyzers.Rules.Parallelism;

/// <summary>PIPE014: only a check of an earlier call's result keeps a call waiting; on request, since it may be made in vain.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class CallBehindCheckAnalyzer : DiagnosticAnalyzer
{
    private static readonly DiagnosticDescriptor Rule = Descriptor.Create(
        DiagnosticIds.CallBehindCheck,
        "Call could start before a check",
        "'{0}' could start before the check in line {1}; when the check fails it is called in vain{2}",
        DiagnosticSeverity.Hidden,
        "Where the check seldom fails, starting the call before it saves the time of the earlier one. A call in vain "
        + "costs the other side.");

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Rule];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            var clients = DependenceAnalysis.OfClients(start.Compilation, start.Options);
            var services = KnownSymbols.Of(start.Compilation).HasServices ? DependenceAnalysis.Of(start.Compilation, start.Options) : null;
            start.RegisterOperationBlockAction(block => Analyze(block, clients, services));
        });
    }

    private static void Analyze(OperationBlockAnalysisContext context, DependenceAnalysis clients, DependenceAnalysis? services)
    {
        foreach (var body in context.OperationBlocks)
        {
            var analysis = clients.Look(body, body.SemanticModel!) is not null ? clients : services;
            foreach (var call in analysis?.FindGuarded(body, body.SemanticModel!, context.CancellationToken) ?? [])
            {
                var check = call.Guard.Throw.Syntax.GetLocation();
                int line = check.GetLineSpan().StartLinePosition.Line + 1;
                var saved = Saving.Of(call, context.OwningSymbol, context.Options, context.CancellationToken);
                context.ReportDiagnostic(Diagnostic.Create(
                    Rule, GroupReport.LocationOf(call.Call), [check], saved.Properties, call.Call.Call.Name, line, saved));
            }
        }
    }
}
