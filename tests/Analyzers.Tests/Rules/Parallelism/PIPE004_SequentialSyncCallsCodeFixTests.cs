using Pipeline.Analyzers.Tests.CodeFixes;
using FixTest = Pipeline.Analyzers.Tests.ServiceCodeFixTest<
    Pipeline.Analyzers.Rules.Parallelism.SequentialSyncCallsAnalyzer,
    Pipeline.CodeFixes.Rules.SequentialSyncCallsCodeFix>;
using Verify = Pipeline.Analyzers.Tests.CodeFixVerifier<
    Pipeline.Analyzers.Rules.Parallelism.SequentialSyncCallsAnalyzer,
    Pipeline.CodeFixes.Rules.SequentialSyncCallsCodeFix>;

namespace Pipeline.Analyzers.Tests.Rules.Parallelism;

public class SequentialSyncCallsCodeFixTests
{
    [Test]
    public Task Api_WithABlock_BecomesAsync() => VerifyAsync(
        """
        [Api]
        public float Score(float[] data)
        {
            var a = [|modelA.Predict(data)|];
            float b = modelB.Predict(data);
            return a + b;
        }
        """,
        """
        [Api]
        public async Task<float> ScoreAsync(float[] data, CancellationToken cancellationToken)
        {
            (var a, float b) = await Gather.All(
                modelA.ToAsync.Predict(data, cancellationToken),
                modelB.ToAsync.Predict(data, cancellationToken));
            return a + b;
        }
        """);

    [Test]
    public Task Api_WithAnExpression_BecomesAsync() => VerifyAsync(
        """
        [Api] public Scores Score(float[] data) => new([|modelA.Predict(data)|], modelB.Predict(data));
        """,
        """
        [Api] public async Task<Scores> ScoreAsync(float[] data, CancellationToken cancellationToken)
        {
            var (first, second) = await Gather.All(
                modelA.ToAsync.Predict(data, cancellationToken),
                modelB.ToAsync.Predict(data, cancellationToken));
            return new(first, second);
        }
        """);

    [Test]
    public Task Api_WithATokenAndNoResult_KeepsTheToken() => VerifyAsync(
        """
        private float _last;

        [Api]
        public void Remember(float[] data, CancellationToken ct)
        {
            var a = [|modelA.Predict(data, ct)|];
            var b = modelB.Predict(data, ct);
            _last = modelC.Predict([a, b], ct);
        }
        """.Replace("Predict(data, ct)", "Predict(data)", StringComparison.Ordinal).Replace("b], ct)", "b])", StringComparison.Ordinal),
        """
        private float _last;

        [Api]
        public async Task RememberAsync(float[] data, CancellationToken ct)
        {
            var (a, b) = await Gather.All(modelA.ToAsync.Predict(data, ct), modelB.ToAsync.Predict(data, ct));
            _last = await modelC.ToAsync.Predict([a, b], ct);
        }
        """);

    [Test]
    public Task Api_WithParametersOnLinesOfTheirOwn_GetsTheTokenOnAnother() => VerifyAsync(
        """
        [Api]
        public float Score(
            float[] data,
            float weight = 1)
        {
            return weight * ([|modelA.Predict(data)|] + modelB.Predict(data));
        }
        """,
        """
        [Api]
        public async Task<float> ScoreAsync(
            float[] data,
            float weight = 1,
            CancellationToken cancellationToken = default)
        {
            var (modelAResult, modelBResult) = await Gather.All(
                modelA.ToAsync.Predict(data, cancellationToken),
                modelB.ToAsync.Predict(data, cancellationToken));
            return weight * (modelAResult + modelBResult);
        }
        """);

    [TestCase("public float Other(float[] data) => Score(data);", Description = "it is called")]
    [TestCase("public string Name => nameof(Score);", Description = "it is named")]
    [TestCase("public float Score(float[] data, int times) => times;", Description = "it has an overload")]
    [TestCase("public void ScoreAsync() { }", Description = "the name is taken")]
    [TestCase(
        "} public class Fake : Ensemble.Proxy { public override float Score(float[] data) => 0;",
        Description = "a fake overrides the proxy's member")]
    [TestCase(
        "} public class User(Ensemble.Proxy ensemble) { public Func<float[], float> Scorer => ensemble.Score;",
        Description = "a delegate is made of the proxy's member")]
    public Task Api_ThatSomebodyWouldMiss_IsLeftAlone(string other) => VerifyNoFixAsync(
        "[Api] public float Score(float[] data) => [|modelA.Predict(data)|] + modelB.Predict(data);\n\n" + other);

    [TestCase("[Api] public virtual float Score(float[] data) => [|modelA.Predict(data)|] + modelB.Predict(data);")]
    [TestCase(
        "[Api] public float Score(float[] data) { float cancellationToken = 1; return cancellationToken + [|modelA.Predict(data)|] + "
        + "modelB.Predict(data); }")]
    public Task Api_ThatCannotBeAsync_IsLeftAlone(string member) => VerifyNoFixAsync(member);

    [Test]
    public Task Api_ThatAnotherProjectCalls_IsLeftAlone()
    {
        var source = Ensemble.Member("[Api] public float Score(float[] data) => [|modelA.Predict(data)|] + modelB.Predict(data);");
        var test = new FixTest(source, source);
        foreach (var state in new[] { test.TestState, test.FixedState })
        {
            var caller = state.AdditionalProjects["Caller"];
            caller.Sources.Add("public class Caller { public float Call(Ensemble ensemble) => ensemble.Score([]); }");
            caller.AdditionalProjectReferences.Add("TestProject");
            caller.AdditionalReferences.AddRange(test.TestState.AdditionalReferences);
        }

        return test.RunAsync();
    }

    private static Task VerifyAsync(string member, string fixedMember) => Verify.VerifyAsync(Ensemble.Member(member), Ensemble.Member(fixedMember));

    private static Task VerifyNoFixAsync(string member) => Verify.VerifyNoFixAsync(Ensemble.Member(member));
}
