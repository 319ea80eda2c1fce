using Microsoft.CodeAnalysis;
using Pipeline.TestKit;

namespace Pipeline.Generators.Tests;

public sealed class SmokeTests
{
    [Test]
    public void Generator_PlainShapes_CompilesWithoutWarning()
    {
        var output = ServiceCompilation.Create("""
            using Pipeline;
            namespace Demo;
            /// <summary>A</summary>
            [Service] public partial class ModelA
            {
                /// <summary>S</summary>
                [Api] public float Predict(float[] data) => 0;
                /// <summary>N</summary>
                [Api] public void Nothing() { }
            }
            /// <summary>B</summary>
            [Service(Timeout = "30s", Concurrency = 3)] public partial class ModelB
            {
                /// <summary>P</summary>
                [Api] public async Task<float> PredictAsync(float[] data, CancellationToken ct) { await Task.Yield(); return 1; }
                /// <summary>S</summary>
                [Api] public Task Save(string a = "x\n", params int[] xs) => Task.CompletedTask;
                /// <summary>S</summary>
                [Api] public async IAsyncEnumerable<int> Scan(int n) { await Task.Yield(); yield return n; }
                /// <summary>L</summary>
                [Api] public IEnumerable<int> List(CancellationToken ct, int n = 1) { yield return n; }
            }
            /// <summary>E</summary>
            [Service] public partial class Ensemble(ModelA.Proxy modelA, ModelB.Proxy? modelB, Microsoft.Extensions.Logging.ILogger<Ensemble> log, int retries = 3)
            {
                /// <summary>S</summary>
                [Depends] public partial ModelA.Proxy Second { get; init; }
                /// <summary>T</summary>
                [Depends] public partial ModelA.Proxy? Third { get; set; }
                /// <summary>P</summary>
                [Api] public async ValueTask<float> PredictAsync(float[] data, CancellationToken ct) => await modelA.ToAsync.Predict(data, ct) + await modelB!.ToAsync.Predict(data);
                [OnStartup] private Task Warm(CancellationToken ct) => Task.FromResult((log, retries));
                [OnShutdown] void Down() { }
            }
            """).WithProxies();
        Assert.That(output.GetDiagnostics().Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning), Is.Empty);
    }
}
