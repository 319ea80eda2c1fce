using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;
using Verify = Pipeline.Analyzers.Tests.AnalyzerVerifier<Pipeline.Analyzers.Rules.Parallelism.CallNeverAwaitedAnalyzer>;

namespace Pipeline.Analyzers.Tests.Rules.Parallelism;

public class CallNeverAwaitedAnalyzerTests
{
    [TestCase("[|a.ToAsync.Get(x)|];", TestName = "a statement")]
    [TestCase("[|a.ToAsync.Get(x)|].ConfigureAwait(false);", TestName = "a configured statement")]
    [TestCase("a?[|.ToAsync.Get(x)|];", TestName = "a conditional statement")]
    [TestCase("[|a.ToAsync.Put(x)|];", TestName = "a call without a value")]
    [TestCase("Action later = () => [|a.ToAsync.Get(x)|]; later();", TestName = "a lambda that returns nothing")]
    [TestCase("new List<int> { x }.ForEach(i => [|a.ToAsync.Get(i)|]);", TestName = "a lambda in ForEach")]
    [TestCase("Later(); void Later() => [|a.ToAsync.Get(x)|];", TestName = "a local function that returns nothing")]
    [TestCase("var t = [|a.ToAsync.Get(x)|];", TestName = "a local nobody reads")]
    [TestCase("Task t; t = [|a.ToAsync.Get(x)|];", TestName = "an assigned local nobody reads")]
    [TestCase("var t = [|a.ToAsync.Get(x)|]; Console.WriteLine(nameof(t));", TestName = "a local only named")]
    [TestCase("var t = [|a.ToAsync.Get(1)|]; t = a.ToAsync.Get(2); await t;", TestName = "a local overwritten")]
    [TestCase("var t = [|a.ToAsync.Get(x)|]; if (x > 3) return; await t;", TestName = "an early return")]
    [TestCase("var t = [|a.ToAsync.Get(x)|]; if (x > 3) await t;", TestName = "an await under a condition")]
    [TestCase(
        "var t = [|a.ToAsync.Get(x)|]; switch (x) { case 1: await t; break; case 2: return; default: await t; break; }",
        TestName = "one case of a switch")]
    [TestCase(
        "var t = [|a.ToAsync.Get(x)|]; try { if (x > 3) return; await t; } catch (IOException) { await t; }",
        TestName = "a return out of a try")]
    [TestCase("foreach (var i in new[] { 1 }) { var t = [|a.ToAsync.Get(i)|]; if (x > 3) continue; await t; }", TestName = "a continue")]
    [TestCase(
        "Func<Task> f = async () => { var t = [|a.ToAsync.Get(x)|]; if (x > 3) return; await t; }; await f();",
        TestName = "an early return from a lambda")]
    [TestCase(
        "await F(); async Task F() { var t = [|a.ToAsync.Get(x)|]; if (x > 3) return; await t; }",
        TestName = "an early return from a local function")]
    public Task DroppedCall_IsReported(string body) => VerifyBody(body);

    [TestCase("await a.ToAsync.Get(x);", TestName = "awaited")]
    [TestCase("_ = a.ToAsync.Get(x);", TestName = "discarded on purpose")]
    [TestCase("a.Get(x);", TestName = "the sync view")]
    [TestCase("a.ToAsync.Read(x);", TestName = "a stream, which starts nothing")]
    [TestCase("Func<Task> f = () => a.ToAsync.Get(x); await f();", TestName = "returned from a lambda")]
    [TestCase("await Task.WhenAll(a.ToAsync.Get(1), a.ToAsync.Get(2));", TestName = "passed on")]
    [TestCase("Keep(a.ToAsync.Get(x)); static void Keep(Task t) { }", TestName = "passed to a method")]
    [TestCase("a.ToAsync.Get(x).ContinueWith(t => t.Result);", TestName = "continued")]
    [TestCase("a.ToAsync.Get(x).Wait();", TestName = "waited for")]
    [TestCase("_kept = a.ToAsync.Get(x);", TestName = "stored")]
    [TestCase("var all = new List<Task> { a.ToAsync.Get(x) }; all.Add(a.ToAsync.Get(x)); await Task.WhenAll(all);", TestName = "collected")]
    [TestCase("var t = a.ToAsync.Get(x); await t;", TestName = "started early, awaited late")]
    [TestCase("var t = a.ToAsync.Get(x); if (x > 3) await t; else await t.ConfigureAwait(false);", TestName = "awaited on both ways")]
    [TestCase("var t = a.ToAsync.Get(x); if (x > 3) { _ = t; return; } await t;", TestName = "discarded on purpose on one way")]
    [TestCase(
        "var t = a.ToAsync.Get(x); try { if (x > 3) return; Console.WriteLine(); } finally { await t; }",
        TestName = "awaited in a finally")]
    [TestCase("var t = a.ToAsync.Get(x); if (x > 3) throw new InvalidOperationException(); await t;", TestName = "an exception on the way")]
    [TestCase("var t = a.ToAsync.Get(x); while (true) { if (t.IsCompleted) break; await Task.Yield(); }", TestName = "polled")]
    [TestCase("var t = a.ToAsync.Get(x); Func<Task> f = () => t; if (x > 3) return; await f();", TestName = "captured")]
    [TestCase("Task? t = null; if (x > 3) t = a.ToAsync.Get(x); if (x > 3) await t!;", TestName = "two conditions that go together")]
    [TestCase("if (x > 3) { var t = a.ToAsync.Get(x); if (x > 2) await t; }", TestName = "a condition that follows from another")]
    [TestCase("Task t; if (x > 3) t = a.ToAsync.Get(1); else t = a.ToAsync.Get(2); await t;", TestName = "one of two calls")]
    [TestCase("var t = x > 3 ? a.ToAsync.Get(1) : null; if (t != null) await t;", TestName = "a call that may not have been started")]
    [TestCase(
        "Task<int>? t = null; for (int i = 0; i < 3; i++) { if (t != null) await t; t = a.ToAsync.Get(i); } await t!;",
        TestName = "one ahead")]
    [TestCase("var (t, u) = (a.ToAsync.Get(1), a.ToAsync.Get(2)); await t; await u;", TestName = "deconstructed")]
    [TestCase(
        "System.Linq.Expressions.Expression<Action<ModelA.Proxy>> e = p => p.ToAsync.Get(x);",
        TestName = "quoted in an expression tree")]
    [TestCase("var t = a.ToAsync.Get(x); var u = t; await u;", TestName = "by another name")]
    public Task CallSomebodyMayAwait_IsSilent(string body) => VerifyBody(body);

    [Test]
    public Task Message_SaysWhatBecomesOfTheTask() => VerifyBody(
        "{|#0:a.ToAsync.Get(1)|}; var t = {|#1:a.ToAsync.Get(2)|}; var u = {|#2:a.ToAsync.Get(3)|}; if (x > 3) return; await u;",
        Expect(0, "'a.ToAsync.Get' is started but never awaited"),
        Expect(1, "'a.ToAsync.Get' is started but 't' is never awaited"),
        Expect(2, "'a.ToAsync.Get' is started but 'u' is not awaited on every path"));

    private static DiagnosticResult Expect(int location, string message) =>
        new DiagnosticResult("PIPE008", DiagnosticSeverity.Warning).WithLocation(location).WithMessage(message);

    private static Task VerifyBody(string body, params ReadOnlySpan<DiagnosticResult> expected) => Verify.VerifyAsync(
        $$"""
        #pragma warning disable CS1998, CS4014
        using System.IO;
        [Service] public partial class ModelA { [Api] public int Get(int x) => x; [Api] public void Put(int x) { } [Api] public IEnumerable<int> Read(int x) => [x]; }
        public class Caller(ModelA.Proxy a)
        {
            Task? _kept;
            public Task? Kept => _kept;
            public async Task Run(int x)
            {
                {{body}}
            }
        }
        """,
        expected);
}
