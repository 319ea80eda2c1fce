using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Pipeline.Analyzers.Rules.Declarations;
using Pipeline.TestKit;

namespace Pipeline.Analyzers.Tests.Rules.Declarations;

public class InstanceMethodSuppressorTests
{
    [TestCase("[Api] public float Predict(float[] data) => 1;", true)]
    [TestCase("[Api] public async Task<float> PredictAsync(CancellationToken ct) { await Task.Yield(); return 1; }", true)]
    [TestCase("[OnStartup] public void Load() { }", true)]
    [TestCase("[OnShutdown] public Task SaveAsync(CancellationToken ct) => Task.CompletedTask;", true)]
    [TestCase("[Obsolete] public float Scale() => 1;", false)]
    [TestCase("public float Scale() => 1;", false)]
    [TestCase("public float Scale => 1;", false)]
    public async Task Member_IsSuppressedWhenTheRuntimeCallsIt(string member, bool isSuppressed)
    {
        var compilation = ServiceCompilation.Create("using Pipeline; [Service] public partial class Model { " + member + " }");
        var options = new CompilationWithAnalyzersOptions(
            new AnalyzerOptions([]),
            onAnalyzerException: null,
            concurrentAnalysis: true,
            logAnalyzerExecutionTime: false,
            reportSuppressedDiagnostics: true);
        var diagnostics = await new CompilationWithAnalyzers(
            compilation, [new MarkAsStatic(), new InstanceMethodSuppressor()], options).GetAnalyzerDiagnosticsAsync();

        Assert.That(
            diagnostics.Where(static diagnostic => diagnostic.Id == "CA1822").Select(static diagnostic => diagnostic.IsSuppressed),
            Is.EqualTo(new[] { isSuppressed }));
    }

    /// <summary>Reports as the SDK's rule does: on the name of the member.</summary>
#pragma warning disable RS1029, RS1036, RS1038, RS1041, RS2008 // It is here to be suppressed.
    [DiagnosticAnalyzer(LanguageNames.CSharp)]
    private sealed class MarkAsStatic : DiagnosticAnalyzer
    {
        private static readonly DiagnosticDescriptor Rule = new(
            "CA1822", "Mark members as static", "Member can be static", "Performance", DiagnosticSeverity.Warning, isEnabledByDefault: true);

        public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [Rule];

        public override void Initialize(AnalysisContext context)
        {
            context.EnableConcurrentExecution();
            context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
            context.RegisterSymbolAction(
                static symbol =>
                {
                    if (symbol.Symbol is IMethodSymbol { MethodKind: MethodKind.Ordinary } or IPropertySymbol)
                        symbol.ReportDiagnostic(Diagnostic.Create(Rule, symbol.Symbol.Locations[0]));
                },
                SymbolKind.Method,
                SymbolKind.Property);
        }
    }
#pragma warning restore RS1029, RS1036, RS1038, RS1041, RS2008
}
