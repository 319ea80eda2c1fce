using Microsoft.CodeAnalysis.Testing;
using Verify = Pipeline.Analyzers.Tests.AnalyzerVerifier<Pipeline.Analyzers.Rules.Parallelism.SequentialAwaitsAnalyzer>;

namespace Pipeline.Analyzers.Tests.Rules.Parallelism;

public class SequentialAwaitsAnalyzerTests
{
    private const string Models = """
        [Service] public partial class ModelA { [Api] public float Predict(float[] data) => 0; }
        [Service] public partial class ModelB { [Api] public Task<float> PredictAsync(float[] data, CancellationToken ct) => Task.FromResult(0f); }
        [Service] public partial class ModelC { [Api] public float Predict(float[] data) => 0; }

        """;

    [Test]
    public Task Awaits_WithoutDependence_AreReportedOnceWithTheGain() => Verify.VerifyAsync(
        Models + """
        [Service]
        public partial class Ensemble(ModelA.Proxy modelA, ModelB.Proxy modelB, ModelC.Proxy modelC)
        {
            [Api]
            public async Task<float> PredictAsync(float[] data, CancellationToken ct)
            {
                var a = await {|#0:modelA.ToAsync.Predict(data, ct)|};
                var b = await {|#1:modelB.ToAsync.Predict(data, ct)|};
                var c = await {|#2:modelC.ToAsync.Predict(data, ct)|};
                return a + b + c;
            }
        }
        """,
        new DiagnosticResult("PIPE001", Microsoft.CodeAnalysis.DiagnosticSeverity.Warning)
            .WithLocation(0).WithLocation(1).WithLocation(2)
            .WithMessage("'modelB.Predict' and 'modelC.Predict' do not need the result of 'modelA.Predict'; run them together (3 calls in sequence, 1 needed)"));

    [Test]
    public Task Awaits_OneNeedingTheOther_AreSilent() => Verify.VerifyAsync(
        Models + """
        [Service]
        public partial class Ensemble(ModelA.Proxy modelA, ModelB.Proxy modelB)
        {
            [Api]
            public async Task<float> PredictAsync(float[] data, CancellationToken ct)
            {
                var a = await modelA.ToAsync.Predict(data, ct);
                return await modelB.ToAsync.Predict([a], ct);
            }
        }
        """);
}
