using Verify = Pipeline.Analyzers.Tests.CodeFixVerifier<Pipeline.Analyzers.SequentialAwaitsAnalyzer, Pipeline.CodeFixes.SequentialAwaitsCodeFix>;

namespace Pipeline.Analyzers.Tests.CodeFixes;

public class SequentialAwaitsCodeFixTests
{
    [Test]
    public Task Declarations_AllIndependent_BecomeOneGather() => VerifyBodyAsync(
        """
        // The members vote.
        var a = await [|modelA.ToAsync.Predict(data, ct)|];
        var b = await modelB.ToAsync.Predict(data, ct);
        var c = await modelC.ToAsync.Predict(data, ct);

        return a + b + c;
        """,
        """
        // The members vote.
        var (a, b, c) = await Gather.All(
            modelA.ToAsync.Predict(data, ct),
            modelB.ToAsync.Predict(data, ct),
            modelC.ToAsync.Predict(data, ct));

        return a + b + c;
        """);

    [Test]
    public Task Declarations_WithTypes_KeepThem() => VerifyBodyAsync(
        """
        float a = await [|modelA.ToAsync.Predict(data, ct)|];
        double b = await modelB.ToAsync.Predict(data, ct);
        return a + (float)b;
        """,
        """
        (float a, double b) = await Gather.All(modelA.ToAsync.Predict(data, ct), modelB.ToAsync.Predict(data, ct));
        return a + (float)b;
        """);

    [Test]
    public Task Assignments_ToLocals_StayAssignments() => VerifyBodyAsync(
        """
        float a, b;
        a = await [|modelA.ToAsync.Predict(data, ct)|];
        b = await modelB.ToAsync.Predict(data, ct);
        return a + b;
        """,
        """
        float a, b;
        (a, b) = await Gather.All(modelA.ToAsync.Predict(data, ct), modelB.ToAsync.Predict(data, ct));
        return a + b;
        """);

    [Test]
    public Task ConfigureAwait_OnAllCalls_MovesToTheGather() => VerifyBodyAsync(
        """
        var a = await [|modelA.ToAsync.Predict(data, ct)|].ConfigureAwait(false);
        var b = await modelB.ToAsync.Predict(data, ct).ConfigureAwait(false);
        return a + b;
        """,
        """
        var (a, b) = await Gather.All(
            modelA.ToAsync.Predict(data, ct),
            modelB.ToAsync.Predict(data, ct)).ConfigureAwait(false);
        return a + b;
        """);

    [Test]
    public Task ConfigureAwait_OnOneCallOnly_OffersNothing() => VerifyNoFixAsync(
        """
        var a = await [|modelA.ToAsync.Predict(data, ct)|].ConfigureAwait(false);
        var b = await modelB.ToAsync.Predict(data, ct);
        return a + b;
        """);

    [Test]
    public Task Statement_UsingTheFirstResult_MovesBehindTheGather() => VerifyBodyAsync(
        """
        var a = await [|modelA.ToAsync.Predict(data, ct)|];
        var doubled = a * 2;
        var b = await modelB.ToAsync.Predict(data, ct);
        return doubled + b;
        """,
        """
        var (a, b) = await Gather.All(modelA.ToAsync.Predict(data, ct), modelB.ToAsync.Predict(data, ct));
        var doubled = a * 2;
        return doubled + b;
        """);

    [Test]
    public Task Statement_FeedingTheSecondCall_MovesBeforeTheGather() => VerifyBodyAsync(
        """
        var a = await [|modelA.ToAsync.Predict(data, ct)|];
        var copy = data;
        var b = await modelB.ToAsync.Predict(copy, ct);
        return a + b;
        """,
        """
        var copy = data;
        var (a, b) = await Gather.All(modelA.ToAsync.Predict(data, ct), modelB.ToAsync.Predict(copy, ct));
        return a + b;
        """);

    [Test]
    public Task Comments_OfAbsorbedStatements_StayWithTheirCalls() => VerifyBodyAsync(
        """
        var a = await [|modelA.ToAsync.Predict(data, ct)|];
        // The slow one.
        var b = await modelB.ToAsync.Predict(data, ct);
        return a + b;
        """,
        """
        var (a, b) = await Gather.All(
            modelA.ToAsync.Predict(data, ct),
            // The slow one.
            modelB.ToAsync.Predict(data, ct));
        return a + b;
        """);

    [Test]
    public Task Chains_InLevelOrder_BecomeStages() => VerifyBodyAsync(
        """
        var a = await [|modelA.ToAsync.Predict(data, ct)|];
        var b = await modelB.ToAsync.Predict(data, ct);
        var c = await modelA.ToAsync.Predict([a], ct);
        var d = await modelB.ToAsync.Predict([b], ct);
        return c + d;
        """,
        """
        var (a, b) = await Gather.All(modelA.ToAsync.Predict(data, ct), modelB.ToAsync.Predict(data, ct));
        var (c, d) = await Gather.All(modelA.ToAsync.Predict([a], ct), modelB.ToAsync.Predict([b], ct));
        return c + d;
        """);

    [Test]
    public Task Call_NeedingAllOthers_StaysBehindTheGather() => VerifyBodyAsync(
        """
        var a = await [|modelA.ToAsync.Predict(data, ct)|];
        var b = await modelB.ToAsync.Predict(data, ct);
        var c = await modelC.ToAsync.Predict([a, b], ct);
        return c;
        """,
        """
        var (a, b) = await Gather.All(modelA.ToAsync.Predict(data, ct), modelB.ToAsync.Predict(data, ct));
        var c = await modelC.ToAsync.Predict([a, b], ct);
        return c;
        """);

    [Test]
    public Task Arguments_OfAConstructor_AreNamedAfterItsParameters() => VerifyBodyAsync(
        """
        var sum = new Scores(await [|modelA.ToAsync.Predict(data, ct)|], await modelB.ToAsync.Predict(data, ct));
        return sum.First;
        """,
        """
        var (first, second) = await Gather.All(modelA.ToAsync.Predict(data, ct), modelB.ToAsync.Predict(data, ct));
        var sum = new Scores(first, second);
        return sum.First;
        """);

    [Test]
    public Task Operands_OfAnExpression_AreNamedAfterTheirReceivers() => VerifyBodyAsync(
        """
        return await [|modelA.ToAsync.Predict(data, ct)|] + await modelB.ToAsync.Predict(data, ct);
        """,
        """
        var (modelAResult, modelBResult) = await Gather.All(
            modelA.ToAsync.Predict(data, ct),
            modelB.ToAsync.Predict(data, ct));
        return modelAResult + modelBResult;
        """);

    [Test]
    public Task Name_AlreadyTaken_GetsANumber() => VerifyBodyAsync(
        """
        var first = 1f;
        var sum = new Scores(await [|modelA.ToAsync.Predict(data, ct)|], await modelB.ToAsync.Predict(data, ct));
        return sum.First + first;
        """,
        """
        var first = 1f;
        var (first2, second) = await Gather.All(modelA.ToAsync.Predict(data, ct), modelB.ToAsync.Predict(data, ct));
        var sum = new Scores(first2, second);
        return sum.First + first;
        """);

    private static Task VerifyBodyAsync(string body, string fixedBody) => Verify.VerifyAsync(Source(body), Source(fixedBody));

    private static Task VerifyNoFixAsync(string body) => Verify.VerifyNoFixAsync(Source(body));

    private static string Source(string body) => $$"""
        [Service] public partial class ModelA { [Api] public float Predict(float[] data) => 0; }
        [Service] public partial class ModelB { [Api] public Task<float> PredictAsync(float[] data, CancellationToken ct) => Task.FromResult(0f); }
        [Service] public partial class ModelC { [Api] public float Predict(float[] data) => 0; }

        public sealed record Scores(float First, float Second);

        [Service]
        public partial class Ensemble(ModelA.Proxy modelA, ModelB.Proxy modelB, ModelC.Proxy modelC)
        {
            [Api]
            public async Task<float> PredictAsync(float[] data, CancellationToken ct)
            {
                {{body.ReplaceLineEndings("\n        ").Replace("\n        \n", "\n\n", StringComparison.Ordinal)}}
            }
        }
        """;
}
