using Pipeline.Analyzers.Rules.Graph;
using Verify = Pipeline.Analyzers.Tests.AnalyzerVerifier<Pipeline.Analyzers.Rules.Graph.ImpossibleTimeoutsAnalyzer>;

namespace Pipeline.Analyzers.Tests.Rules.Graph;

/// <summary>Whose time is whose.</summary>
public class DeclaredTimeoutTests
{
    private const string Body = "public async Task<float> RunAsync(float x, CancellationToken ct) => await slow.ToAsync.Get(x, ct);";
    private const string MarkedBody = "public async Task<float> {|PIPE203:RunAsync|}(float x, CancellationToken ct) => await slow.ToAsync.Get(x, ct);";
    private const string Slow = "[Service(Timeout = \"2s\")] public partial class Slow { [Api] public float Get(float x) => x; }\n";

    [TestCase($"[Service(Timeout = \"1s\")] public partial class Caller(Slow.Proxy slow) {{ [Api] {MarkedBody} }}", TestName = "its service's")]
    [TestCase($"[Service(Timeout = \"5s\")] public partial class Caller(Slow.Proxy slow) {{ [Api(Timeout = {{|PIPE203:\"1s\"|}})] {Body} }}", TestName = "its own before its service's")]
    [TestCase($"[Service(Timeout = \"1s\")] public partial class Caller(Slow.Proxy slow) {{ private readonly Slow.Proxy slow = slow; [Api] {MarkedBody} }}", TestName = "through a field")]
    [TestCase($"[Service(Timeout = \"1s\")] public partial class Caller {{ [Depends] public partial Slow.Proxy slow {{ get; init; }} [Api] {MarkedBody} }}", TestName = "through a property")]
    [TestCase($"[Service] public partial class Caller(Slow.Proxy slow) {{ const string Time = \"1s\"; [Api(Timeout = {{|PIPE203:Time|}})] {Body} }}", TestName = "written as a constant")]
    [TestCase(
        "[Service(Timeout = \"1s\")] public partial class Caller(Slow.Proxy slow) { [Api] public float {|PIPE203:Run|}(float x) => "
        + "slow.Get(x); }",
        TestName = "of a sync API")]
    [TestCase(
        "[Service(Timeout = \"1s\")] public partial class Caller(Slow.Proxy slow) { [Api] public Task<float> {|PIPE203:Run|}(float x) "
        + "=> slow.ToAsync.Get(x); }",
        TestName = "of an API that hands the task on")]
    [TestCase(
        "[Service(Timeout = \"1s\")] public partial class Caller(Slow.Proxy slow) { [Api] public ValueTask<float> "
        + "{|PIPE203:Run|}(float x) => new ValueTask<float>(slow.Get(x)); }",
        TestName = "of an API with a ValueTask")]
    [TestCase($"public abstract class Base(Slow.Proxy slow) {{ [Api(Timeout = {{|PIPE203:\"1s\"|}})] {Body} }} [Service] public partial class Caller(Slow.Proxy slow) : Base(slow) {{ }}", TestName = "of an inherited API")]
    [TestCase(
        "public abstract class Base { [Api] public abstract float Run(float x); } [Service(Timeout = \"1s\")] public partial class "
        + "Caller(Slow.Proxy slow) : Base { public override float {|PIPE203:Run|}(float x) => slow.Get(x); }",
        TestName = "of an API that overrides one")]
    [TestCase(
        "[Service] public partial class Faster : Slow { } [Service(Timeout = \"1s\")] public partial class Caller(Slow.Proxy slow, "
        + "Faster.Proxy faster) { [Api] public float Run(float x) => faster.Get(x); [Api] public float {|PIPE203:Other|}(float x) => "
        + "slow.Get(x); }",
        TestName = "a derived service has its own, or none")]
    public Task Caller_WithLessThanItsCall_IsReported(string caller) => Verify.VerifyAsync(Slow + caller);

    [TestCase($"[Service] public partial class Caller(Slow.Proxy slow) {{ [Api] {Body} }}", TestName = "no time")]
    [TestCase($"[Service(Timeout = \"1s\")] public partial class Caller(Slow.Proxy slow) {{ [Api(Timeout = \"5s\")] {Body} }}", TestName = "more than its service's")]
    [TestCase($"[Service(Timeout = \"2s\")] public partial class Caller(Slow.Proxy slow) {{ [Api] {Body} }}", TestName = "as much")]
    [TestCase($"[Service(Timeout = \"soon\")] public partial class Caller(Slow.Proxy slow) {{ [Api] {Body} }}", TestName = "a time that means nothing")]
    [TestCase($"[Service(Timeout = \"1s\")] public partial class Caller([Depends(Timeout = \"1s\")] Slow.Proxy slow) {{ [Api] {Body} }}", TestName = "a dependency that takes less")]
    [TestCase($"[Service(Timeout = \"1s\")] public partial class Caller([Depends(Timeout = \"1s\")] Slow.Proxy first) {{ private readonly Slow.Proxy slow = first; [Api] {Body} }}", TestName = "a dependency that takes less, through a field")]
    [TestCase($"[Service(Timeout = \"1s\")] public partial class Caller(Slow.Proxy slow) {{ {Body} [Api] public int Get() => 1; }}", TestName = "no API")]
    [TestCase(
        "[Service(Timeout = \"1s\")] public partial class Caller(Slow.Proxy slow) { [Api] public IEnumerable<float> Run(float x) { "
        + "yield return slow.Get(x); } }",
        TestName = "a stream")]
    [TestCase(
        "[Service(Timeout = \"1s\")] public partial class Caller(Slow.Proxy slow) { [Api] public async IAsyncEnumerable<float> "
        + "Run(float x) { yield return await slow.ToAsync.Get(x); } }",
        TestName = "an async stream")]
    [TestCase(
        "[Service(Timeout = \"9s\")] public partial class Source { [Api] public async IAsyncEnumerable<float> Get() { await "
        + "Task.Yield(); yield return 1; } } [Service(Timeout = \"1s\")] public partial class Caller(Source.Proxy source) { [Api] public "
        + "async Task Run() { await foreach (var item in source.ToAsync.Get()) { } foreach (var item in source.Get()) { } } }",
        TestName = "a stream that is read")]
    [TestCase(
        "[Service(Timeout = \"1s\")] public partial class Caller(Slow.Proxy slow) { [Api] public float Run(float x) => Other(x); "
        + "private float Other(float x) => slow.Get(x); }",
        TestName = "another method")]
    public Task Caller_WithEnoughOrNothingToSay_IsSilent(string caller) => Verify.VerifyAsync(Slow + caller);

    [Test]
    public async Task Callee_InAnotherAssembly_IsReadFromItsAttributes()
    {
        var test = new ServiceAnalyzerTest<ImpossibleTimeoutsAnalyzer>(
            """
            [Service]
            public partial class Caller(Library.Model.Proxy model)
            {
                [Api(Timeout = {|#0:"1s"|})] public float Run(float x) => {|#2:model.Score({|#1:model.Embed(x)|})|};
                [Api(Timeout = "1500ms")] public float Fit(float x) => model.Score(model.Embed(x));
            }
            """);
        test.TestState.AdditionalReferences.Add(ServiceLibrary.Compile(
            """
            namespace Library;
            [Service(Timeout = "1s")] public partial class Model
            {
                [Api] public float Embed(float x) => x;
                [Api(Timeout = "0.5s")] public float Score(float x) => x;
            }
            """));
        test.ExpectedDiagnostics.Add(ImpossibleTimeoutsAnalyzerTests.Expected(
            "'Caller.Run' has 1s, but the calls it makes in sequence may take 1.5s: model.Embed 1s, model.Score 500ms", 0, 1, 2));
        await test.RunAsync();
    }

    [Test]
    public Task Times_BeyondMeasure_DoNotOverflow() => Verify.VerifyAsync(
        """
        [Service(Timeout = "200000000h")] public partial class Eternal { [Api] public float Get(float x) => x; }
        [Service(Timeout = "1s")] public partial class Caller(Eternal.Proxy eternal) { [Api] public float {|PIPE203:Run|}(float x) => eternal.Get(eternal.Get(x)); }
        """);
}
