using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;
using Verify = Pipeline.Analyzers.Tests.AnalyzerVerifier<Pipeline.Analyzers.Rules.Parallelism.GatheredButSerializedAnalyzer>;

namespace Pipeline.Analyzers.Tests.Rules.Parallelism;

public class GatheredButSerializedAnalyzerTests
{
    [TestCase("var (p, q) = await Gather.All([|one.ToAsync.Get(1)|], one.ToAsync.Get(2));", TestName = "Gather.All")]
    [TestCase("await Task.WhenAll([|one.ToAsync.Get(1)|], one.ToAsync.Get(2));", TestName = "Task.WhenAll")]
    [TestCase("await Task.WhenAll(new[] { [|one.ToAsync.Get(1)|], one.ToAsync.Get(2) });", TestName = "an array")]
    [TestCase("await Task.WhenAll([[|one.ToAsync.Get(1)|], one.ToAsync.Get(2)]);", TestName = "a collection expression")]
    [TestCase("var (p, q) = await Gather.Settle([|one.ToAsync.Get(1)|], one.ToAsync.Get(2));", TestName = "Gather.Settle")]
    [TestCase(
        "var (p, q) = await Gather.FailFast(c => [|one.ToAsync.Get(1, c)|], async c => await one.ToAsync.Get(2, "
        + "c).ConfigureAwait(false), ct);",
        TestName = "Gather.FailFast")]
    [TestCase(
        "var (p, q, r) = await Gather.All(many.ToAsync.Get(1), [|one.ToAsync.Get(1)|], one.ToAsync.Put(2));",
        TestName = "different APIs beside another service")]
    [TestCase("var (p, q) = await Gather.All([|one.ToAsync.Get(1)|], two.ToAsync.Get(2));", TestName = "two dependencies on one service")]
    [TestCase(
        "var t = one.ToAsync.Get(1); var u = one.ToAsync.Get(2); await Task.WhenAll([|t|], u);",
        TestName = "tasks started, then joined")]
    [TestCase("await Gather.Each(new[] { 1, 2 }, (x, c) => [|one.ToAsync.Get(x, c)|], maxConcurrency: 4);", TestName = "Gather.Each")]
    [TestCase("await Task.WhenAll(new[] { 1, 2 }.Select(x => [|one.ToAsync.Get(x)|]));", TestName = "Select")]
    [TestCase(
        "await Gather.All(new[] { 1, 2 }.Select(async x => await [|one.ToAsync.Get(x)|]).ToArray());",
        TestName = "an async Select, collected")]
    [TestCase("await Gather.All(new[] { 1, 2 }.Select(x => { return [|one.ToAsync.Get(x)|]; }));", TestName = "a Select with a block")]
    public Task CallsOfOneService_AreReported(string body) => VerifyBody(body);

    [TestCase("var (p, q) = await Gather.All(many.ToAsync.Get(1), many.ToAsync.Get(2));", TestName = "a service that declares nothing")]
    [TestCase("var (p, q) = await Gather.All(four.ToAsync.Get(1), four.ToAsync.Get(2));", TestName = "a service with more instances")]
    [TestCase("var (p, q) = await Gather.All(one.ToAsync.Get(1), many.ToAsync.Get(2));", TestName = "one call of it only")]
    [TestCase("var p = await one.ToAsync.Get(1); var q = await one.ToAsync.Get(2);", TestName = "not gathered")]
    [TestCase(
        "await Gather.Each(new[] { 1, 2 }, (x, c) => one.ToAsync.Get(x, c), maxConcurrency: 1);",
        TestName = "one at a time on purpose")]
    [TestCase(
        "await Gather.Each(new[] { 1, 2 }, async (x, c) => await many.ToAsync.Get(await one.ToAsync.Get(x, c), c), maxConcurrency: 4);",
        TestName = "a chain that another service shares")]
    [TestCase(
        "await Gather.Each(new[] { 1, 2 }, async (x, c) => { await Task.Delay(x, c); return await one.ToAsync.Get(x, c); }, "
        + "maxConcurrency: 4);",
        TestName = "other waiting in the lambda")]
    [TestCase("await Task.WhenAll(new[] { 1 }.Select(x => one.ToAsync.Get(x)));", TestName = "one item")]
    [TestCase("await Task.WhenAny(one.ToAsync.Get(1), one.ToAsync.Get(2));", TestName = "a race")]
    [TestCase(
        "var t = one.ToAsync.Get(1); if (ct.CanBeCanceled) t = Task.FromResult(3); await Task.WhenAll(t, one.ToAsync.Get(2));",
        TestName = "a local that may hold something else")]
    [TestCase("var (p, q) = await Gather.All(far.ToAsync.Get(1), far.ToAsync.Get(2));", TestName = "behind a URL")]
    [TestCase(
        "await Wait(one.ToAsync.Get(1), one.ToAsync.Get(2)); static Task Wait(params Task[] tasks) => Task.WhenAll(tasks);",
        TestName = "somebody else's join")]
    public Task AnythingElse_IsSilent(string body) => VerifyBody(body);

    [Test]
    public Task Message_NamesServiceAndCalls() => VerifyBody(
        "var (p, q) = await Gather.All({|#0:one.ToAsync.Get(1)|}, {|#1:two.ToAsync.Put(2)|});",
        new DiagnosticResult("PIPE005", DiagnosticSeverity.Warning)
            .WithLocation(0)
            .WithLocation(1)
            .WithMessage("'Single' declares Concurrency = 1, so the gathered calls of 'one.ToAsync.Get' and 'two.ToAsync.Put' run one after another"));

    [TestCase("[|a.ToAsync.Get(1)|], a.ToAsync.Get(2)")]
    [TestCase("a.ToAsync.Get(1), b.ToAsync.Get(2)")]
    public Task CallerThatIsNoService_MayHaveProxiesOfDifferentInstances(string calls) => Verify.VerifyAsync(
        $$"""
        [Service(Concurrency = 1, Instances = 1)] public partial class Single { [Api] public int Get(int x) => x; }
        public class Caller { public async Task Run(Single.Proxy a, Single.Proxy b) { var (p, q) = await Gather.All({{calls}}); } }
        """);

    private static Task VerifyBody(string body, params ReadOnlySpan<DiagnosticResult> expected) => Verify.VerifyAsync(
        $$"""
        [Service(Concurrency = 1)] public partial class Single { [Api] public int Get(int x) => x; [Api] public int Put(int x) => x; }
        [Service(Concurrency = 1)] public partial class Far { [Api] public int Get(int x) => x; }
        [Service(Concurrency = 1, Instances = 4)] public partial class Four { [Api] public int Get(int x) => x; }
        [Service] public partial class Many { [Api] public int Get(int x) => x; }
        [Service]
        public partial class Caller(Single.Proxy one, Single.Proxy two, Four.Proxy four, Many.Proxy many, [Depends(Url = "http://far")] Far.Proxy far)
        {
            public object[] All => [one, two, four, many, far];
            [Api] public async Task Run(CancellationToken ct) { {{body}} }
        }
        """,
        expected);
}
