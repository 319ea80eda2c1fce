using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;
using Verify = Pipeline.Analyzers.Tests.AnalyzerVerifier<Pipeline.Analyzers.Rules.Parallelism.EffectUnpublishedAnalyzer>;
using VerifyFix = Pipeline.Analyzers.Tests.CodeFixVerifier<Pipeline.Analyzers.Rules.Parallelism.EffectUnpublishedAnalyzer, Pipeline.CodeFixes.Rules.EffectUnpublishedCodeFix>;

namespace Pipeline.Analyzers.Tests.Rules.Parallelism;

public class EffectUnpublishedTests
{
    [TestCase(
        "[Api] public float {|#0:Predict|}(float[] row) => row[0];",
        "'S.Predict' computes only (Effect.None); declare it, other projects cannot see the body",
        TestName = "a computation")]
    [TestCase(
        "int _n; [Api] public int {|#0:GetAsync|}() => _n;",
        "'S.Get' only reads (Effect.Reads); declare it, other projects cannot see the body",
        TestName = "a read")]
    [TestCase(
        "int _n; [Api] public void {|#0:Set|}(int n) => _n = n;",
        "'S.Set' writes (Effect.Writes); declare it, other projects cannot see the body",
        TestName = "a write")]
    public Task Api_WhoseBodyShowsItsEffect_IsReported(string members, string message) => Verify.VerifyAsync(
        $"[Service] public partial class S {{ {members} }}",
        new DiagnosticResult("PIPE015", DiagnosticSeverity.Info).WithLocation(0).WithMessage(message));

    [TestCase(
        "[Service] public partial class S { [Api(Effect = Effect.None)] public int Get(int x) => x; }",
        TestName = "declared by the API")]
    [TestCase(
        "[Service(Effect = Effect.Reads)] public partial class S { [Api] public int Get(int x) => x; }",
        TestName = "declared by the service")]
    [TestCase("[Service] partial class S { [Api] public int Get(int x) => x; }", TestName = "an internal service")]
    [TestCase(
        "partial class Outer { [Service] public partial class S { [Api] public int Get(int x) => x; } }",
        TestName = "inside an internal class")]
    [TestCase(
        "public interface IRepository { int Find(int x); } [Service] public partial class S(IRepository r) { [Api] public int Get(int "
        + "x) => r.Find(x); }",
        TestName = "a body that does not show it")]
    [TestCase(
        "[Service] public partial class S { [Api(Effect = Effect.Reads)] public int Get(int x) => x; public int Helper(int x) => x; }",
        TestName = "no API")]
    public Task AnythingElse_IsSilent(string source) => Verify.VerifyAsync(source);

    [Test]
    public Task Application_IsSilent() => new ServiceAnalyzerTest<Pipeline.Analyzers.Rules.Parallelism.EffectUnpublishedAnalyzer>("[Service] public partial class S { [Api] public int Get(int x) => x; } static class P { static void Main() { } }")
    {
        TestState = { OutputKind = OutputKind.ConsoleApplication },
    }.RunAsync();

    [Test]
    public Task Fix_DeclaresWhatTheBodyShows() => VerifyFix.VerifyAsync(
        """
        [Service] public partial class S { int _n; [Api] public int [|Get|]() => _n; [Api(Name = "p")] public int [|Add|](int a, int b) => a + b; [Api] public void [|Set|](int n) => _n = n; }
        """,
        """
        [Service] public partial class S { int _n; [Api(Effect = Effect.Reads)] public int Get() => _n; [Api(Name = "p", Effect = Effect.None)] public int Add(int a, int b) => a + b; [Api(Effect = Effect.Writes)] public void Set(int n) => _n = n; }
        """);
}
