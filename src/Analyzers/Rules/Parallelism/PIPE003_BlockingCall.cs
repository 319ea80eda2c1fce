using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Pipeline.Analyzers.Rules.Parallelism.Blocking;
using Pipeline.Analyzers.Symbols;
using Pipeline.Contract;

namespace Pipeline.Analyzers.Rules.Parallelism;

/// <summary>PIPE003: async code blocks its thread on a service call that it could await.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class BlockingCallAnalyzer : DiagnosticAnalyzer
{
    private static readonly DiagnosticDescriptor Rule = Descriptor.Create(
        DiagnosticIds.BlockingCall,
        "Blocking service call in async code",
        "'{0}' blocks the thread in async code; {1}",
        DiagnosticSeverity.Warning,
        "A call that blocks holds a thread for as long as it takes, and delays all else that waits for one. Async code can await it.");

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
                start.RegisterOperationAction(Analyze, OperationKind.Invocation, OperationKind.PropertyReference);
        });
    }

    private static void Analyze(OperationAnalysisContext context)
    {
        if (BlockingCall.Find(context.Operation) is { } call)
            context.ReportDiagnostic(Diagnostic.Create(Rule, call.Location, Name(call), Advice(call)));
    }

    private static string Name(BlockingCall call) => call switch
    {
        { Form: BlockingForm.Task, Operation: IPropertyReferenceOperation property } => property.Property.Name,
        { Form: BlockingForm.Task or BlockingForm.Join, Operation: IInvocationOperation wait } => wait.TargetMethod.Name,
        _ => ProxyCallName.OnSyncView((IInvocationOperation)call.Operation),
    };

    private static string Advice(BlockingCall call) => call switch
    {
        { Form: BlockingForm.Call, Operation: IInvocationOperation api } => $"await '{ProxyCallName.OnAsyncView(api)}' instead",
        { Form: BlockingForm.Stream, Operation: IInvocationOperation api } =>
            $"enumerate '{ProxyCallName.OnAsyncView(api)}' with 'await foreach' instead",
        { Form: BlockingForm.Join } => "await the calls together with 'Gather.All' instead",
        { Awaitable: ILocalReferenceOperation local } => $"await '{local.Local.Name}' instead",
        { Awaitable: IInvocationOperation api } when api.IsAsyncViewCall() => $"await '{ProxyCallName.OnAsyncView(api)}' instead",
        _ => "await the call instead",
    };
}
