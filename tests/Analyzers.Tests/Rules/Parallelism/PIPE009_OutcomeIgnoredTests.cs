using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;
using Discard = Pipeline.Analyzers.Tests.CodeFixVerifier<
    Pipeline.Analyzers.Rules.Parallelism.OutcomeIgnoredAnalyzer,
    Pipeline.CodeFixes.Rules.OutcomeDiscardCodeFix>;
using Throw = Pipeline.Analyzers.Tests.CodeFixVerifier<
    Pipeline.Analyzers.Rules.Parallelism.OutcomeIgnoredAnalyzer,
    Pipeline.CodeFixes.Rules.OutcomeIgnoredCodeFix>;
using Verify = Pipeline.Analyzers.Tests.AnalyzerVerifier<Pipeline.Analyzers.Rules.Parallelism.OutcomeIgnoredAnalyzer>;

namespace Pipeline.Analyzers.Tests.Rules.Parallelism;

public class OutcomeIgnoredAnalyzerTests
{
    [TestCase("await [|Gather.Settle(a.ToAsync.Get(1), a.ToAsync.Get(2))|];", TestName = "a statement")]
    [TestCase("await [|Gather.Settle(a.ToAsync.Get(1), a.ToAsync.Get(2))|].ConfigureAwait(false);", TestName = "a configured statement")]
    [TestCase("var outcomes = await [|Gather.Settle(a.ToAsync.Get(1), a.ToAsync.Get(2))|];", TestName = "a variable never read")]
    [TestCase("var (p, q) = await [|Gather.Settle(a.ToAsync.Get(1), a.ToAsync.Get(2))|];", TestName = "all variables never read")]
    [TestCase(
        "var (p, [|q|]) = await Gather.Settle(a.ToAsync.Get(1), a.ToAsync.Get(2)); Console.WriteLine(p.Value);",
        TestName = "one variable never read")]
    [TestCase(
        "(var p, Outcome<int> [|q|]) = await Gather.Settle(a.ToAsync.Get(1), a.ToAsync.Get(2)); Console.WriteLine(p.Value);",
        TestName = "variables declared one by one")]
    [TestCase(
        "var (p, [|q|], _) = await Gather.Settle(a.ToAsync.Get(1), a.ToAsync.Get(2), a.ToAsync.Get(3)); Console.WriteLine(p.Value + "
        + "nameof(q));",
        TestName = "a variable only named")]
    [TestCase("await [|Gather.Settle(new[] { 1, 2 }.Select(x => a.ToAsync.Get(x)))|];", TestName = "a sequence")]
    [TestCase(
        "Func<Task> f = async () => await [|Gather.Settle(a.ToAsync.Get(1), a.ToAsync.Get(2))|]; await f();",
        TestName = "a lambda that drops them")]
    public Task IgnoredOutcome_IsReported(string body) => VerifyBody(body);

    [TestCase("_ = await Gather.Settle(a.ToAsync.Get(1), a.ToAsync.Get(2));", TestName = "discarded on purpose")]
    [TestCase(
        "var (p, _) = await Gather.Settle(a.ToAsync.Get(1), a.ToAsync.Get(2)); Console.WriteLine(p.IsSuccess);",
        TestName = "one discarded on purpose")]
    [TestCase(
        "var (p, q) = await Gather.Settle(a.ToAsync.Get(1), a.ToAsync.Get(2)); Console.WriteLine(p.ValueOr(0) + q.Value);",
        TestName = "values read")]
    [TestCase(
        "var outcomes = await Gather.Settle(a.ToAsync.Get(1), a.ToAsync.Get(2)); Console.WriteLine(outcomes.Item1);",
        TestName = "a tuple read")]
    [TestCase(
        "foreach (var outcome in await Gather.Settle(new[] { 1 }.Select(x => a.ToAsync.Get(x)))) Console.WriteLine(outcome);",
        TestName = "walked over")]
    [TestCase(
        "var (p, q) = await Gather.Settle(a.ToAsync.Get(1), a.ToAsync.Get(2)); Action f = () => Console.WriteLine((p, q)); f();",
        TestName = "read by a lambda")]
    [TestCase(
        "Outcome<int> p, q; (p, q) = await Gather.Settle(a.ToAsync.Get(1), a.ToAsync.Get(2));",
        TestName = "variables that were there before")]
    [TestCase("await Gather.All(a.ToAsync.Get(1), a.ToAsync.Get(2));", TestName = "Gather.All")]
    [TestCase("var t = Gather.Settle(a.ToAsync.Get(1), a.ToAsync.Get(2)); Console.WriteLine(await t);", TestName = "a task kept")]
    [TestCase("var first = (await Gather.Settle(a.ToAsync.Get(1), a.ToAsync.Get(2))).Item1;", TestName = "a part read")]
    public Task OutcomeSomebodyLooksAt_IsSilent(string body) => VerifyBody(body);

    [Test]
    public Task Message_SaysWhatIsIgnored() => VerifyBody(
        "await {|#0:Gather.Settle(a.ToAsync.Get(1), a.ToAsync.Get(2))|}; var (p, {|#1:q|}) = await Gather.Settle(a.ToAsync.Get(1), a.ToAsync.Get(2)); Console.WriteLine(p);",
        Expect(0, "The outcomes of 'Gather.Settle' are ignored; a branch that fails goes unnoticed"),
        Expect(1, "The outcome 'q' is ignored; a branch that fails goes unnoticed"));

    [TestCase(
        "await [|Gather.Settle(a.ToAsync.Get(1), a.ToAsync.Get(2))|]; // both",
        "await Gather.All(a.ToAsync.Get(1), a.ToAsync.Get(2)); // both")]
    [TestCase(
        "var outcomes = await [|Gather.Settle<int>(new[] { 1 }.Select(x => a.ToAsync.Get(x)))|].ConfigureAwait(false);",
        "await Gather.All<int>(new[] { 1 }.Select(x => a.ToAsync.Get(x))).ConfigureAwait(false);")]
    [TestCase(
        "var (p, q) = await [|Gather.Settle(a.ToAsync.Get(1), a.ToAsync.Get(2))|];",
        "await Gather.All(a.ToAsync.Get(1), a.ToAsync.Get(2));")]
    [TestCase(
        "await [|Gather.Settle(Task.Run(async () => { await [|Gather.Settle(a.ToAsync.Get(1), a.ToAsync.Get(2))|]; }), a.ToAsync.Get(2))|];",
        "await Gather.All(Task.Run(async () => { await Gather.All(a.ToAsync.Get(1), a.ToAsync.Get(2)); }), a.ToAsync.Get(2));",
        Description = "one inside the other")]
    public Task ThrowFix_GathersAll(string body, string @fixed) => Throw.VerifyAsync(Source(body), Source(@fixed));

    [TestCase("try { } finally { await [|Gather.Settle(a.ToAsync.Get(1), a.ToAsync.Get(2))|]; }")]
    [TestCase("var (p, [|q|]) = await Gather.Settle(a.ToAsync.Get(1), a.ToAsync.Get(2)); Console.WriteLine(p);")]
    [TestCase("Func<Task> f = async () => await [|Gather.Settle(a.ToAsync.Get(1), a.ToAsync.Get(2))|]; await f();")]
    public Task ThrowFix_IsNotOfferedWhereItWouldHideMore(string body) => Throw.VerifyNoFixAsync(Source(body));

    [TestCase(
        "await [|Gather.Settle(a.ToAsync.Get(1), a.ToAsync.Get(2))|];",
        "_ = await Gather.Settle(a.ToAsync.Get(1), a.ToAsync.Get(2));")]
    [TestCase(
        "/* wait */ var outcomes = await [|Gather.Settle(a.ToAsync.Get(1), a.ToAsync.Get(2))|]; // both",
        "/* wait */ _ = await Gather.Settle(a.ToAsync.Get(1), a.ToAsync.Get(2)); // both")]
    [TestCase(
        "var (p, [|q|]) = await Gather.Settle(a.ToAsync.Get(1), a.ToAsync.Get(2)); Console.WriteLine(p);",
        "var (p, _) = await Gather.Settle(a.ToAsync.Get(1), a.ToAsync.Get(2)); Console.WriteLine(p);")]
    [TestCase(
        "(var p, Outcome<int> [|q|]) = await Gather.Settle(a.ToAsync.Get(1), a.ToAsync.Get(2)); Console.WriteLine(p);",
        "(var p, Outcome<int> _) = await Gather.Settle(a.ToAsync.Get(1), a.ToAsync.Get(2)); Console.WriteLine(p);")]
    public Task DiscardFix_SaysItIsMeant(string body, string @fixed) => Discard.VerifyAsync(Source(body), Source(@fixed));

    [TestCase("var _ = 1; await [|Gather.Settle(a.ToAsync.Get(1), a.ToAsync.Get(2))|]; Console.WriteLine(_);")]
    public Task DiscardFix_IsNotOfferedWhereTheNameIsTaken(string body) => Discard.VerifyNoFixAsync(Source(body));

    private static DiagnosticResult Expect(int location, string message) =>
        new DiagnosticResult("PIPE009", DiagnosticSeverity.Info).WithLocation(location).WithMessage(message);

    private static Task VerifyBody(string body, params ReadOnlySpan<DiagnosticResult> expected) => Verify.VerifyAsync(Source(body), expected);

    private static string Source(string body) =>
        $$"""
        [Service] public partial class ModelA { [Api] public int Get(int x) => x; }
        public class Caller(ModelA.Proxy a)
        {
            public async Task Run()
            {
                {{body}}
            }
        }
        """;
}
