using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;
using Verify = Pipeline.Analyzers.Tests.AnalyzerVerifier<Pipeline.Analyzers.Rules.Parallelism.EffectUndeclaredAnalyzer>;

namespace Pipeline.Analyzers.Tests.Rules.Parallelism;

public class EffectUndeclaredAnalyzerTests
{
    [TestCase(
        "var p = await known.ToAsync.Get(x, ct); var q = await [|open.ToAsync.Frob(x, ct)|]; return p + q;",
        TestName = "the later call")]
    [TestCase(
        "var q = await [|open.ToAsync.Frob(x, ct)|]; var p = await known.ToAsync.Get(x, ct); return p + q;",
        TestName = "the earlier call")]
    [TestCase(
        "var p = await [|open.ToAsync.Frob(1, ct)|]; var q = await open.ToAsync.Frob(2, ct); return p + q;",
        TestName = "two calls of one API, once")]
    [TestCase("int sum = 0; foreach (var i in new[] { 1, 2 }) sum += await [|open.ToAsync.Frob(i, ct)|]; return sum;", TestName = "a loop")]
    public Task UnknownAlone_IsReported(string body) => VerifyBody(body);

    [TestCase(
        "var p = await known.ToAsync.Get(x, ct); var q = await known.ToAsync.Get(2, ct); return p + q;",
        TestName = "no unknown call")]
    [TestCase(
        "var p = await known.ToAsync.Get(x, ct); var q = await open.ToAsync.Frob(p, ct); return p + q;",
        TestName = "a result needed")]
    [TestCase(
        "var p = await known.ToAsync.Get(x, ct); if (p > 3) return p; return await open.ToAsync.Frob(x, ct);",
        TestName = "a branch between")]
    [TestCase(
        "var p = await open.ToAsync.Frob(x, ct); var q = await open.ToAsync.Grok(x, ct); return p + q;",
        TestName = "another unknown")]
    [TestCase("var p = await open.ToAsync.Frob(x, ct); var q = await open.ToAsync.Save(x, ct); return p + q;", TestName = "a command")]
    [TestCase(
        "var (p, q) = await Gather.All(open.ToAsync.Frob(x, ct), known.ToAsync.Get(x, ct)); return p + q;",
        TestName = "gathered already")]
    [TestCase("return await open.ToAsync.Frob(x, ct);", TestName = "one call")]
    public Task AnythingElseInTheWay_IsSilent(string body) => VerifyBody(body);

    [Test]
    public Task Message_NamesTheCallsAndTheReason() => VerifyBody(
        "var p = await known.ToAsync.Get(x, ct); var q = await {|#0:open.ToAsync.Frob(x, ct)|}; return p + q;",
        new DiagnosticResult("PIPE011", DiagnosticSeverity.Hidden)
            .WithLocation(0)
            .WithMessage("'known.Get' and 'open.Frob' could run together if 'open.Frob' were declared to change nothing (calls 'Console.WriteLine', which the library model does not know)"));

    private static Task VerifyBody(string body, params ReadOnlySpan<DiagnosticResult> expected) => Verify.VerifyAsync(
        $$"""
        [Service] public partial class Known { [Api(Effect = Effect.Reads)] public int Get(int x) => x; }
        [Service] public partial class Open
        {
            [Api] public int Frob(int x) { Console.WriteLine(); return x; }
            [Api] public int Grok(int x) { Console.WriteLine(); return x; }
            [Api] public int Save(int x) { Console.WriteLine(); return x; }
        }
        [Service] public partial class Caller(Known.Proxy known, Open.Proxy open)
        {
            public object All => (known, open);
            [Api] public async Task<int> Run(int x, CancellationToken ct) { {{body}} }
        }
        """,
        expected);
}
