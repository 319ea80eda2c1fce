using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;
using Verify = Pipeline.Analyzers.Tests.AnalyzerVerifier<Pipeline.Analyzers.Rules.Graph.ImpossibleTimeoutsAnalyzer>;

namespace Pipeline.Analyzers.Tests.Rules.Graph;

/// <summary>The caller has one second. What its calls have is in the names: <c>half</c> 500 ms, <c>most</c> 800 ms, <c>whole</c> 1 s.</summary>
public class ImpossibleTimeoutsAnalyzerTests
{
    [TestCase("await half.ToAsync.Get(x, ct); await most.ToAsync.Get(x, ct);", TestName = "two in sequence")]
    [TestCase("return await half.ToAsync.Get(await most.ToAsync.Get(x, ct), ct);", TestName = "one in the arguments of the other")]
    [TestCase("return await half.ToAsync.Get(x, ct).ConfigureAwait(false) + await most.ToAsync.Get(x);", TestName = "in one expression")]
    [TestCase("await longer.ToAsync.Get(x, ct);", TestName = "one that is too long alone")]
    [TestCase("half.Get(x, ct); most.Get(x);", TestName = "the sync view")]
    [TestCase("await half.ToAsync.Get(x, ct); most.Get(x);", TestName = "both views")]
    [TestCase(
        "var (a, b) = await Gather.All(half.ToAsync.Get(x, ct), most.ToAsync.Get(x, ct)); await half.ToAsync.Get(a + b, ct);",
        TestName = "a gather, then one more")]
    [TestCase(
        "await Task.WhenAll(half.ToAsync.Get(x, ct), most.ToAsync.Get(x, ct)); await half.ToAsync.Get(x, ct);",
        TestName = "WhenAll, then one more")]
    [TestCase(
        "await Task.WhenAll(new[] { half.ToAsync.Get(x, ct), most.ToAsync.Get(x, ct) }); await half.ToAsync.Get(x, ct);",
        TestName = "WhenAll of an array")]
    [TestCase(
        "await Gather.All([half.ToAsync.Get(x, ct), most.ToAsync.Get(x, ct)]); await half.ToAsync.Get(x, ct);",
        TestName = "a collection expression")]
    [TestCase(
        "var (a, b) = await Gather.Settle(half.ToAsync.Get(x, ct), most.ToAsync.Get(x, ct)); await half.ToAsync.Get(x, ct);",
        TestName = "Settle waits for all")]
    [TestCase(
        "var (a, b) = await Gather.FailFast(c => half.ToAsync.Get(x, c), async c => await most.ToAsync.Get(x, c), ct); await "
        + "half.ToAsync.Get(x, ct);",
        TestName = "FailFast, then one more")]
    [TestCase(
        "var (a, b) = await Gather.FailFast(c => half.ToAsync.Get(x, c), async c => { var y = await most.ToAsync.Get(x, c); return "
        + "await half.ToAsync.Get(y, c); }, ct);",
        TestName = "a chain in a branch")]
    [TestCase(
        "await Gather.All(Gather.All(half.ToAsync.Get(x, ct), longer.ToAsync.Get(x, ct)), half.ToAsync.Get(x, ct).ContinueWith(t => "
        + "(1f, 2f)));",
        TestName = "the longest of nested gathers")]
    [TestCase(
        "var t = most.ToAsync.Get(x, ct); await half.ToAsync.Get(x, ct); await t; await half.ToAsync.Get(x, ct);",
        TestName = "started early, and one after it")]
    [TestCase("await half.ToAsync.Get(x, ct); var t = most.ToAsync.Get(x, ct); await t;", TestName = "started late")]
    [TestCase(
        "Task<float> t; t = most.ToAsync.Get(x, ct); var y = await t; await half.ToAsync.Get(y, ct);",
        TestName = "a local assigned once")]
    [TestCase(
        "var all = new[] { half.ToAsync.Get(x, ct), most.ToAsync.Get(x, ct) }; await Task.WhenAll(all); await half.ToAsync.Get(x, ct);",
        TestName = "a list started early")]
    [TestCase(
        "if (x < 0) throw new ArgumentException(); await half.ToAsync.Get(x, ct); await most.ToAsync.Get(x, ct);",
        TestName = "after a guard")]
    [TestCase("if (x < 0) x = 0; await half.ToAsync.Get(x, ct); await most.ToAsync.Get(x, ct);", TestName = "after a choice that rejoins")]
    [TestCase(
        "switch (x) { case < 0: x = 0; break; } await half.ToAsync.Get(x, ct); await most.ToAsync.Get(x, ct);",
        TestName = "after a switch")]
    [TestCase(
        "foreach (var y in xs) { if (y < 0) break; } await half.ToAsync.Get(x, ct); await most.ToAsync.Get(x, ct);",
        TestName = "after a loop")]
    [TestCase(
        "try { await half.ToAsync.Get(x, ct); } catch (TimeoutException) { return 0; } await most.ToAsync.Get(x, ct);",
        TestName = "after a catch")]
    [TestCase("try { await half.ToAsync.Get(x, ct); } finally { await most.ToAsync.Get(x, ct); }", TestName = "in a finally")]
    [TestCase(
        "try { if (x < 0) return 0; await longer.ToAsync.Get(x, ct); } finally { await most.ToAsync.Get(x, ct); await "
        + "half.ToAsync.Get(x, ct); }",
        TestName = "in a finally that always runs")]
    [TestCase("if (await half.ToAsync.Get(x, ct) > 0 && x > 0) x++; await most.ToAsync.Get(x, ct);", TestName = "in a condition")]
    [TestCase(
        "do { x = await half.ToAsync.Get(x, ct); await most.ToAsync.Get(x, ct); } while (x > 0);",
        TestName = "in a loop that runs once at least")]
    [TestCase(
        "foreach (var y in new[] { await half.ToAsync.Get(x, ct) }) { } lock (xs) { most.Get(x); }",
        TestName = "what a loop walks over, and a lock")]
    [TestCase(
        "async Task<float> Twice(float y) => await half.ToAsync.Get(await most.ToAsync.Get(y, ct), ct); return await Twice(x);",
        TestName = "a local function")]
    [TestCase(
        "var (a, b) = await Gather.All(Twice(x), half.ToAsync.Get(x, ct)); async Task<float> Twice(float y) { var z = await "
        + "most.ToAsync.Get(y, ct); return await half.ToAsync.Get(z, ct); }",
        TestName = "a chain as a local function")]
    [TestCase("float Both(float y) => half.Get(y) + most.Get(y); return Both(x);", TestName = "a sync local function")]
    [TestCase("var y = half.ToAsync.Get(x, ct).Result; most.ToAsync.Get(x, ct).Wait();", TestName = "Result and Wait")]
    [TestCase(
        "half.ToAsync.Get(x, ct).GetAwaiter().GetResult(); await most.ToAsync.Get(x, CancellationToken.None);",
        TestName = "GetResult")]
    [TestCase("await half.ToAsync.Get(x, ct); await two.ToAsync.Get(\"\", ct);", TestName = "the overload that has a time")]
    [TestCase(
        "await quick.ToAsync.Get(x, ct); await Quicker.ToAsync.Get(x, ct); await most.ToAsync.Get(x, ct);",
        TestName = "times of dependencies")]
    public Task CallsThatNeedMore_AreReported(string body) => VerifyBody(body, "{|PIPE203:\"1s\"|}");

    [TestCase("await half.ToAsync.Get(x, ct); await half.ToAsync.Get(x, ct);", TestName = "as much as there is")]
    [TestCase("await whole.ToAsync.Get(x, ct);", TestName = "one with as much as the caller")]
    [TestCase("await half.ToAsync.Get(x, ct); await free.ToAsync.Get(x, ct); free.Get(x);", TestName = "calls without a time")]
    [TestCase(
        "var (a, b, c) = await Gather.All(half.ToAsync.Get(x, ct), most.ToAsync.Get(x, ct), whole.ToAsync.Get(x, ct));",
        TestName = "gathered")]
    [TestCase("await Task.WhenAll(half.ToAsync.Get(x, ct), most.ToAsync.Get(x, ct));", TestName = "WhenAll")]
    [TestCase(
        "await Gather.All(Gather.All(half.ToAsync.Get(x, ct), most.ToAsync.Get(x, ct)), Gather.All(half.ToAsync.Get(x, ct), "
        + "most.ToAsync.Get(x, ct)));",
        TestName = "nested gathers")]
    [TestCase("var (a, b) = await Gather.FailFast(c => half.ToAsync.Get(x, c), c => most.ToAsync.Get(x, c), ct);", TestName = "FailFast")]
    [TestCase("await Gather.First([c => half.ToAsync.Get(x, c), c => longer.ToAsync.Get(x, c)], ct);", TestName = "a race")]
    [TestCase("await Task.WhenAny(half.ToAsync.Get(x, ct), longer.ToAsync.Get(x, ct));", TestName = "WhenAny")]
    [TestCase(
        "var t = half.ToAsync.Get(x, ct); var u = most.ToAsync.Get(x, ct); await t; await u;",
        TestName = "started early, awaited late")]
    [TestCase("var t = most.ToAsync.Get(x, ct); await half.ToAsync.Get(x, ct); await t;", TestName = "mixed")]
    [TestCase("var t = longer.ToAsync.Get(x, ct);", TestName = "never awaited")]
    [TestCase("if (x > 0) await longer.ToAsync.Get(x, ct); else await longer.ToAsync.Get(x, ct);", TestName = "a choice")]
    [TestCase("var y = x > 0 ? await longer.ToAsync.Get(x, ct) : 0;", TestName = "a choice in an expression")]
    [TestCase("if (x > 0) return 1; await longer.ToAsync.Get(x, ct);", TestName = "after a way out")]
    [TestCase(
        "try { return await half.ToAsync.Get(x, ct); } catch (TimeoutException) { return await most.ToAsync.Get(x, ct); }",
        TestName = "a fallback")]
    [TestCase(
        "try { return await half.ToAsync.Get(x, ct); } catch (TimeoutException) { } return await most.ToAsync.Get(x, ct);",
        TestName = "a fallback after the try")]
    [TestCase("foreach (var y in xs) await longer.ToAsync.Get(y, ct);", TestName = "a loop that may run zero times")]
    [TestCase(
        "for (int i = 0; i < xs.Length; i++) { if (i > 3) return i; } await longer.ToAsync.Get(x, ct);",
        TestName = "after a loop that may return")]
    [TestCase("await Gather.Each(xs, (y, c) => longer.ToAsync.Get(y, c), maxConcurrency: 2);", TestName = "a fan-out that may be empty")]
    [TestCase("do { if (x > 0) break; await longer.ToAsync.Get(x, ct); } while (x > 1);", TestName = "a loop that breaks before")]
    [TestCase("var y = x switch { > 0 => await longer.ToAsync.Get(x, ct), _ => 0 };", TestName = "a switch expression")]
    [TestCase("switch (x) { case > 0: await longer.ToAsync.Get(x, ct); break; }", TestName = "a switch")]
    [TestCase("bool b = x > 0 && await longer.ToAsync.Get(x, ct) > 0;", TestName = "what && may skip")]
    [TestCase("float? y = x; var z = y ?? await longer.ToAsync.Get(x, ct);", TestName = "what ?? may skip")]
    [TestCase("if (x > 0) goto end; await longer.ToAsync.Get(x, ct); end: return 0;", TestName = "jumped over")]
    [TestCase("Func<Task<float>> later = async () => await longer.ToAsync.Get(x, ct);", TestName = "a lambda that may never run")]
    [TestCase("async Task<float> Twice(float y) => await longer.ToAsync.Get(y, ct);", TestName = "a local function that nothing calls")]
    [TestCase(
        "async Task<float> Again(float y) => y > 0 ? await Again(y - 1) : await half.ToAsync.Get(y, ct); return await Again(x);",
        TestName = "recursion")]
    [TestCase(
        "var t = half.ToAsync.Get(x, ct); if (x > 0) t = most.ToAsync.Get(x, ct); await t; await half.ToAsync.Get(x, ct);",
        TestName = "a local that may hold another task")]
    [TestCase(
        "using var cts = CancellationTokenSource.CreateLinkedTokenSource(ct); cts.CancelAfter(100); await longer.ToAsync.Get(x, "
        + "cts.Token);",
        TestName = "a token with a time of its own")]
    [TestCase(
        "using var cts = new CancellationTokenSource(100); ct = cts.Token; await longer.ToAsync.Get(x, ct);",
        TestName = "a parameter that holds another token")]
    [TestCase(
        "using var cts = new CancellationTokenSource(100); await Both(cts.Token); async Task Both(CancellationToken c) { await "
        + "longer.ToAsync.Get(x, c); }",
        TestName = "a local function with a token of its own")]
    [TestCase(
        "using var cts = new CancellationTokenSource(100); var (a, b) = await Gather.FailFast(c => longer.ToAsync.Get(x, c), c => "
        + "longer.ToAsync.Get(x, c), cts.Token);",
        TestName = "FailFast with a token of its own")]
    [TestCase("await longer.ToAsync.Get(x, ct).WaitAsync(TimeSpan.FromMilliseconds(100));", TestName = "a wait that is shorter")]
    [TestCase("await half.ToAsync.Get(x, ct); await two.ToAsync.Get(x, ct);", TestName = "the overload without a time")]
    [TestCase(
        "await quick.ToAsync.Get(x, ct); await Quicker.ToAsync.Get(x, ct); await half.ToAsync.Get(x, ct);",
        TestName = "times of dependencies that fit")]
    [TestCase(
        "var copy = quick; await copy.ToAsync.Get(x, ct); await copy.ToAsync.Get(x, ct); await half.ToAsync.Get(x, ct);",
        TestName = "a copy of a proxy: the smallest time of its service's dependencies")]
    [TestCase("string name = nameof(longer.ToAsync.Get);", TestName = "nameof")]
    public Task CallsThatFitOrMayNotBeMade_AreSilent(string body) => VerifyBody(body, "\"1s\"");

    [Test]
    public Task Message_NamesChainAndTimes() => VerifyBody(
        "var t = {|#1:half.ToAsync.Get(x, ct)|}; var y = await t; free.Get(y); return await {|#2:Quicker.ToAsync.Get({|#3:whole.Get(y)|}, ct)|};",
        "{|#0:\"1s\"|}",
        Expected("'Caller.Run' has 1s, but the calls it makes in sequence may take 1.7s: half.Get 500ms, whole.Get 1s, Quicker.Get 200ms", 0, 1, 3, 2));

    [Test]
    public Task Message_OfOneCall_SaysSo() => VerifyBody(
        "await {|#1:longer.ToAsync.Get(x, ct)|};",
        "{|#0:\"1s\"|}",
        Expected("'Caller.Run' has 1s, but a call it makes may take 90s: longer.Get 90s", 0, 1));

    internal static DiagnosticResult Expected(string message, params ReadOnlySpan<int> locations)
    {
        var expected = new DiagnosticResult("PIPE203", DiagnosticSeverity.Warning).WithMessage(message);
        foreach (int location in locations)
            expected = expected.WithLocation(location);
        return expected;
    }

    private static Task VerifyBody(string body, string timeout, params ReadOnlySpan<DiagnosticResult> expected) => Verify.VerifyAsync(
        $$"""
        [Service] public partial class Half { [Api(Timeout = "500ms")] public async Task<float> GetAsync(float x, CancellationToken ct) { await Task.Yield(); return x; } }
        [Service(Timeout = "5m")] public partial class Most { [Api(Timeout = "00:00:00.8")] public float Get(float x) => x; }
        [Service(Timeout = "1s")] public partial class Whole { [Api] public float Get(float x) => x; }
        [Service(Timeout = "90s")] public partial class Longer { [Api] public float Get(float x) => x; }
        [Service] public partial class Free { [Api] public float Get(float x) => x; }
        [Service] public partial class Two { [Api] public float Get(float x) => x; [Api(Timeout = "800ms")] public float Get(string x) => 1; }
        [Service]
        public partial class Caller(
            Half.Proxy half, Most.Proxy most, Whole.Proxy whole, Longer.Proxy longer, Free.Proxy free, Two.Proxy two,
            [Depends(Timeout = "300ms")] Whole.Proxy quick)
        {
            [Depends(Timeout = "200ms")] public partial Whole.Proxy Quicker { get; init; }
            public object[] All => [half, most, whole, longer, free, two, quick];
            #pragma warning disable CS0162, CS1998, CS4014
            [Api(Timeout = {{timeout}})] public async Task<float> RunAsync(float x, float[] xs, CancellationToken ct)
            {
                {{body}}
                return 0;
            }
        }
        """,
        expected);
}
