using Verify = Pipeline.Analyzers.Tests.CodeFixVerifier<
    Pipeline.Analyzers.Rules.Parallelism.SequentialAwaitsAnalyzer,
    Pipeline.CodeFixes.Rules.SequentialAwaitsCodeFix>;

namespace Pipeline.Analyzers.Tests.CodeFixes;

/// <summary>"Run as early as possible" is never slower than "Run together", and nothing of the group is left over.</summary>
public class EarlyFormTests
{
    [Test]
    public Task ThreeChainsOfTwo_RunEarly_TakeTwoCallsInSequence() => Verify.VerifyActionAsync(
        "Run as early as possible",
        Ensemble.Source(
            """
            var a1 = await [|modelA.ToAsync.Predict(data, ct)|];
            var b1 = await modelB.ToAsync.Predict(data, ct);
            var c1 = await modelC.ToAsync.Predict(data, ct);
            var a2 = await modelA.ToAsync.Predict([a1], ct);
            var b2 = await modelB.ToAsync.Predict([b1], ct);
            var c2 = await modelC.ToAsync.Predict([c1], ct);
            return a2 + b2 + c2;
            """),
        Ensemble.Source(
            """
            var a1Task = modelA.ToAsync.Predict(data, ct);
            var b1Task = modelB.ToAsync.Predict(data, ct);
            var c1Task = modelC.ToAsync.Predict(data, ct);
            var (_, _, _, a2, b2, c2) = await Gather.All(a1Task, b1Task, c1Task, GetA2Async(), GetB2Async(), GetC2Async());
            return a2 + b2 + c2;

            async Task<float> GetA2Async() => await modelA.ToAsync.Predict([await a1Task], ct);

            async Task<float> GetB2Async() => await modelB.ToAsync.Predict([await b1Task], ct);

            async Task<float> GetC2Async() => await modelC.ToAsync.Predict([await c1Task], ct);
            """));

    [Test]
    public Task Chain_InsideAnExpression_BecomesAFunction() => Verify.VerifyActionAsync(
        "Run as early as possible",
        Ensemble.Source(
            """
            return await [|modelA.ToAsync.Predict(data, ct)|] + await modelB.ToAsync.Predict([await modelC.ToAsync.Predict(data, ct)], ct);
            """),
        Ensemble.Source(
            """
            var (modelAResult, modelBResult) = await Gather.All(modelA.ToAsync.Predict(data, ct), GetModelBResultAsync());
            return modelAResult + modelBResult;

            async Task<float> GetModelBResultAsync()
            {
                var modelCResult = await modelC.ToAsync.Predict(data, ct);
                return await modelB.ToAsync.Predict([modelCResult], ct);
            }
            """));

    [Test]
    public Task ThreeChainsOfTwo_SideBySide_BecomeThreeFunctions() => Verify.VerifyAsync(
        Ensemble.Source(
            """
            var a1 = await [|modelA.ToAsync.Predict(data, ct)|];
            var a2 = await modelA.ToAsync.Predict([a1], ct);
            var b1 = await modelB.ToAsync.Predict(data, ct);
            var b2 = await modelB.ToAsync.Predict([b1], ct);
            var c1 = await modelC.ToAsync.Predict(data, ct);
            var c2 = await modelC.ToAsync.Predict([c1], ct);
            return a2 + b2 + c2;
            """),
        Ensemble.Source(
            """
            var (a2, b2, c2) = await Gather.All(GetA2Async(), GetB2Async(), GetC2Async());
            return a2 + b2 + c2;

            async Task<float> GetA2Async()
            {
                var a1 = await modelA.ToAsync.Predict(data, ct);
                return await modelA.ToAsync.Predict([a1], ct);
            }

            async Task<float> GetB2Async()
            {
                var b1 = await modelB.ToAsync.Predict(data, ct);
                return await modelB.ToAsync.Predict([b1], ct);
            }

            async Task<float> GetC2Async()
            {
                var c1 = await modelC.ToAsync.Predict(data, ct);
                return await modelC.ToAsync.Predict([c1], ct);
            }
            """));

    [Test]
    public Task Query_WithoutResult_IsJoinedWithTheOthers() => Verify.VerifyAsync(
        WithChecker("""
            var a = await [|modelA.ToAsync.Predict(data, ct)|];
            // It throws where the input is bad.
            await Checker.ToAsync.Verify(data, ct);
            return a;
            """),
        WithChecker("""
            var aTask = modelA.ToAsync.Predict(data, ct);
            // It throws where the input is bad.
            var checkerResultTask = Checker.ToAsync.Verify(data, ct);
            await Gather.All(aTask, checkerResultTask);
            var a = await aTask;
            return a;
            """));

    private static string WithChecker(string body) => $$"""
        [Service(Effect = Effect.None)] public partial class Checks { [Api] public Task VerifyAsync(float[] data, CancellationToken ct) => Task.CompletedTask; }

        {{Ensemble.Member($$"""
            [Depends] private partial Checks.Proxy Checker { get; }

            [Api]
            public async Task<float> PredictAsync(float[] data, CancellationToken ct)
            {
                {{body.ReplaceLineEndings("\n    ")}}
            }
            """)}}
        """;
}
