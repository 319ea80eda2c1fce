using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Pipeline.Analyzers.Rules.Parallelism.Started;
using Pipeline.Analyzers.Symbols;
using Pipeline.Contract;

namespace Pipeline.Analyzers.Rules.Parallelism;

/// <summary>PIPE008: a service call is started, and nobody waits for it or sees it fail.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class CallNeverAwaitedAnalyzer : DiagnosticAnalyzer
{
    private static readonly DiagnosticDescriptor Rule = Descriptor.Create(
        DiagnosticIds.CallNeverAwaited,
        "Started call is never awaited",
        "'{0}' is started but {1}",
        DiagnosticSeverity.Warning,
        "A call that is started and dropped runs on with nobody to see it fail, and may outlive what it works on. Await it, keep its task, or assign it to a discard where that is meant.");

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
        var call = (IInvocationOperation)context.Operation;
        if (StartedCall.IsStarted(call) && FateOf(call, context) is { } fate)
            context.ReportDiagnostic(Diagnostic.Create(Rule, call.Syntax.GetLocation(), ProxyCallName.OnAsyncView(call), fate));
    }

    private static string? FateOf(IInvocationOperation call, OperationAnalysisContext context)
    {
        if (StartedCall.IsDropped(call))
            return "never awaited";
        if (StartedCall.LocalHolding(call) is not { } local)
            return null;

        var uses = LocalUses.Of(local, call);
        return !uses.IsRead ? $"'{local.Name}' is never awaited"
            : !uses.IsCaptured && UnreadPath.Exists(call, local, context.CancellationToken) ? $"'{local.Name}' is not awaited on every path"
            : null;
    }
}
