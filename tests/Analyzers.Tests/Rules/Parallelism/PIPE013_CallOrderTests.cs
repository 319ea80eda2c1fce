using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;
using Pipeline.Analyzers.Rules.Parallelism;

namespace Pipeline.Analyzers.Tests.Rules.Parallelism;

public class CallOrderAnalyzerTests
{
    private const string Source = """
        [Service] public partial class ModelA { [Api] public float Predict(float[] data) => 0; }
        [Service] public partial class ModelB { [Api] public float Predict(float[] data) => 0; }

        public class Host(ModelA.Proxy modelA, ModelB.Proxy modelB)
        {
            private float _total;

            public async Task<float> Run(float[] data)
            {
                _total = await modelA.ToAsync.Predict(data);
                return await {|#0:modelB.ToAsync.Predict(data)|};
            }

            public async Task<List<float>> Loop(IEnumerable<float[]> rows)
            {
                var scores = new List<float>();
                foreach (var row in rows)
                    scores.Add(await {|#1:modelA.ToAsync.Predict(row)|});
                return scores;
            }
        }
        """;

    [Test]
    public Task Pairs_AreExplained_WhenAskedFor()
    {
        var test = new ServiceAnalyzerTest<CallOrderAnalyzer>(Source);
        test.TestState.AnalyzerConfigFiles.Add(("/.globalconfig", "is_global = true\npipeline_explain = true\n"));
        test.ExpectedDiagnostics.Add(Hidden(0, "'modelB.Predict' stays behind 'modelA.Predict'; ordered: '_total' is written at line 10"));
        test.ExpectedDiagnostics.Add(Hidden(1, "'modelA.Predict' stays behind that of the iteration before; ordered: the loop does not walk over a sequence in memory"));
        return test.RunAsync();
    }

    /// <summary>Nobody needs services to ask.</summary>
    [Test]
    public Task PairsOfClients_AreExplained_WhenAskedFor()
    {
        var test = new ServiceAnalyzerTest<CallOrderAnalyzer>("""
            using System.Net.Http;
            public class Host(HttpClient http)
            {
                public async Task<string> Run()
                {
                    var first = await http.GetStringAsync("/rates/a");
                    return first + await {|#0:http.GetStringAsync("/rates/" + first)|};
                }
            }
            """);
        test.TestState.AnalyzerConfigFiles.Add(("/.globalconfig", "is_global = true\npipeline_explain = true\n"));
        test.ExpectedDiagnostics.Add(Hidden(
            0, "'http.GetStringAsync' stays behind 'http.GetStringAsync'; ordered: 'http.GetStringAsync' uses the result of 'http.GetStringAsync'"));
        return test.RunAsync();
    }

    [Test]
    public Task Pairs_AreNotExplained_OtherwiseAsync() => new ServiceAnalyzerTest<CallOrderAnalyzer>(Source).RunAsync();

    private static DiagnosticResult Hidden(int location, string message) =>
        new DiagnosticResult("PIPE013", DiagnosticSeverity.Hidden).WithLocation(location).WithMessage(message).WithOptions(DiagnosticOptions.IgnoreAdditionalLocations);
}
