using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;
using Verify = Pipeline.Analyzers.Tests.AnalyzerVerifier<Pipeline.Analyzers.Rules.Parallelism.SequentialSyncCallsAnalyzer>;

namespace Pipeline.Analyzers.Tests.Rules.Parallelism;

public class SequentialSyncCallsAnalyzerTests
{
    private static string Api(string member) => $$"""
        [Service] public partial class ModelA { [Api] public float Predict(float[] data) => 0; }
        [Service] public partial class ModelB { [Api] public float Predict(float[] data) => 0; [Api] public float Rank(float x) => x; }
        [Service] public partial class Lines { [Api] public IEnumerable<string> ListLines(string text) => [text]; }
        [Service] public partial class Store { [Api] public void Save(string key) => Console.WriteLine(key); }

        [Service]
        public partial class Host(ModelA.Proxy modelA, ModelB.Proxy modelB, Lines.Proxy lines, Store.Proxy store)
        {
            {{member}}

            private static void Validate(float value) { if (value < 0) throw new ArgumentException("negative"); }
        }
        """;

    [Test]
    public Task Calls_WithoutDependence_AreReportedWithWhatItTakes() => Verify.VerifyAsync(
        Api("[Api] public float Score(float[] x) => {|#0:modelA.Predict(x)|} + {|#1:modelB.Predict(x)|};"),
        new DiagnosticResult("PIPE004", DiagnosticSeverity.Info).WithLocation(0).WithLocation(1).WithMessage(
            "'modelB.Predict' does not need the result of 'modelA.Predict'; make 'Score' async to run them together (2 calls in sequence, 1 needed)"));

    [TestCase("[Api] public float Score(float[] x) { var a = [|modelA.Predict(x)|]; var b = modelB.Predict(x); return a + b; }")]
    [TestCase("[Api] public string Score(float[] x) => $\"{[|modelA.Predict(x)|]} {modelB.Predict(x)}\";")]
    public Task Calls_InASyncApi_AreReported(string member) => Verify.VerifyAsync(Api(member));

    [TestCase("[Api] public float Score(float[] x) => modelB.Rank(modelA.Predict(x));", Description = "the one needs the other")]
    [TestCase(
        "[Api] public float Score(float[] x) { var a = modelA.Predict(x); Validate(a); return a + modelB.Predict(x); }",
        Description = "validated between")]
    [TestCase("[Api] public float Score(float[] x) { store.Save(\"x\"); return modelB.Predict(x); }", Description = "a command")]
    [TestCase(
        "public float Score(float[] x) => modelA.Predict(x) + modelB.Predict(x);",
        Description = "no API: nobody calls it through a proxy")]
    [TestCase(
        "[Api] public async Task<float> ScoreAsync(float[] x) { await Task.Yield(); return modelA.Predict(x) + modelB.Predict(x); }",
        Description = "async code that blocks is another rule's")]
    [TestCase(
        "[Api] public Task<float> ScoreAsync(float[] x) => Task.FromResult(modelA.Predict(x) + modelB.Predict(x));",
        Description = "so is what only returns a task")]
    [TestCase(
        "[Api] public int Score(string text) => lines.ListLines(text).Count() + lines.ListLines(text).Count();",
        Description = "a stream runs when it is walked over")]
    [TestCase(
        "[Api] public float Score(float[] x) { ref var y = ref x[0]; var a = modelA.Predict(x); y = a; return a + modelB.Predict(x); }",
        Description = "the reference writes into what the other is given")]
    [TestCase(
        "[Api] public unsafe float Score(float[] x) { var a = modelA.Predict(x); fixed (float* p = x) { return a + modelB.Predict(x); } }",
        Description = "a fixed statement is a region")]
    [TestCase(
        "[Api] public float Score(float[] x) { var a = modelA.Predict(x); lock (x) { return a + modelB.Predict(x); } }",
        Description = "so is a lock")]
    [TestCase(
        "[Api] public float Score(float[] x) { var a = modelA.Predict(x); unsafe { return a + modelB.Predict(x); } }",
        Description = "and an unsafe block")]
    [TestCase(
        "[Api] public float Score(float[] x) { lock (x) { return modelA.Predict(x) + modelB.Predict(x); } }",
        Description = "nothing can be awaited in a lock")]
    [TestCase(
        "private readonly ReaderWriterLockSlim _gate = new(); [Api] public float Score(float[] x) { _gate.EnterReadLock(); try { "
        + "return modelA.Predict(x) + modelB.Predict(x); } finally { _gate.ExitReadLock(); } }",
        Description = "the lock belongs to the thread")]
    [TestCase(
        "[Api] public float Score(float[] x) { try { return x[0]; } catch (Exception) when (modelA.Predict(x) > modelB.Predict(x)) { "
        + "return 0; } }",
        Description = "nor in a filter")]
    [TestCase(
        "[Api] public float Score(float[] x) => x.Sum(y => modelA.Predict(x) + modelB.Predict(x));",
        Description = "the lambda would have to become async")]
    [TestCase(
        "[Api] public float Score(float[] x) => (from y in x select modelA.Predict(x) + modelB.Predict(x)).Sum();",
        Description = "a query cannot")]
    public Task Calls_ThatMustStayInOrder_AreSilent(string member) => Verify.VerifyAsync(Api(member));

    [Test]
    public Task RefParameter_IsSilent() => Verify.VerifyAsync(
        Api("[Api] public float Score(float[] x) { float total = 0; Add(ref total, x); return total; void Add(ref float sum, float[] data) { sum = modelA.Predict(data); sum += modelB.Predict(data); } }"));
}
