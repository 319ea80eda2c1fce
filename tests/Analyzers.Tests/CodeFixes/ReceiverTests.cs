using Microsoft.CodeAnalysis.Testing;
using FixTest = Pipeline.Analyzers.Tests.ServiceCodeFixTest<
    Pipeline.Analyzers.Rules.Parallelism.SequentialAwaitsAnalyzer,
    Pipeline.CodeFixes.Rules.SequentialAwaitsCodeFix>;
using Verify = Pipeline.Analyzers.Tests.CodeFixVerifier<
    Pipeline.Analyzers.Rules.Parallelism.SequentialAwaitsAnalyzer,
    Pipeline.CodeFixes.Rules.SequentialAwaitsCodeFix>;

namespace Pipeline.Analyzers.Tests.CodeFixes;

/// <summary>What receives a result, and what is evaluated before it in the same statement.</summary>
public class ReceiverTests
{
    [Test]
    public Task Deconstruction_OfAResult_IsNested() => VerifyBodyAsync(
        """
        var (low, high) = await [|RangeOf.ToAsync.Range(data, ct)|];
        var a = await modelA.ToAsync.Predict(data, ct);
        return low + high + a;
        """,
        """
        var ((low, high), a) = await Gather.All(RangeOf.ToAsync.Range(data, ct), modelA.ToAsync.Predict(data, ct));
        return low + high + a;
        """);

    [Test]
    public Task Gather_BeforeAFreeCall_TakesItIn() => VerifyBodyAsync(
        """
        var (a, b) = await Gather.All([|modelA.ToAsync.Predict(data, ct)|], modelB.ToAsync.Predict(data, ct));
        var c = await modelC.ToAsync.Predict(data, ct);
        return a + b + c;
        """,
        """
        var (a, b, c) = await Gather.All(
            modelA.ToAsync.Predict(data, ct),
            modelB.ToAsync.Predict(data, ct),
            modelC.ToAsync.Predict(data, ct));
        return a + b + c;
        """);

    [Test]
    public Task Gather_BehindAFreeCall_TakesItIn() => VerifyBodyAsync(
        """
        var c = await [|modelC.ToAsync.Predict(data, ct)|];
        // The pair.
        (float a, var b) = await Gather.All(modelA.ToAsync.Predict(data, ct), modelB.ToAsync.Predict(data, ct));
        return a + b + c;
        """,
        """
        (var c, float a, var b) = await Gather.All(
            modelC.ToAsync.Predict(data, ct),
            // The pair.
            modelA.ToAsync.Predict(data, ct),
            modelB.ToAsync.Predict(data, ct));
        return a + b + c;
        """);

    [Test]
    public Task Gather_ThatIsNotTakenApart_BecomesAnArgument() => VerifyBodyAsync(
        """
        var pair = await Gather.All([|modelA.ToAsync.Predict(data, ct)|], modelB.ToAsync.Predict(data, ct));
        var c = await modelC.ToAsync.Predict(data, ct);
        return pair.Item1 + pair.Item2 + c;
        """,
        """
        var (pair, c) = await Gather.All(
            Gather.All(modelA.ToAsync.Predict(data, ct), modelB.ToAsync.Predict(data, ct)),
            modelC.ToAsync.Predict(data, ct));
        return pair.Item1 + pair.Item2 + c;
        """);

    [Test]
    public Task Sum_InALocal_TakesTheResultBehindTheGather() => VerifyBodyAsync(
        """
        var sum = await [|modelA.ToAsync.Predict(data, ct)|];
        sum += await modelB.ToAsync.Predict(data, ct);
        return sum;
        """,
        """
        var (sum, modelBResult) = await Gather.All(modelA.ToAsync.Predict(data, ct), modelB.ToAsync.Predict(data, ct));
        sum += modelBResult;
        return sum;
        """);

    [Test]
    public Task Copy_OfARecord_TakesResultsBehindTheGather() => VerifyBodyAsync(
        """
        var none = new Scores(0, 0);
        var both = none with { First = await [|modelA.ToAsync.Predict(data, ct)|], Second = await modelB.ToAsync.Predict(data, ct) };
        return both.First;
        """,
        """
        var none = new Scores(0, 0);
        var (first, second) = await Gather.All(modelA.ToAsync.Predict(data, ct), modelB.ToAsync.Predict(data, ct));
        var both = none with { First = first, Second = second };
        return both.First;
        """);

    [Test]
    public Task Declaration_OfTwo_TakesBothResults() => VerifyBodyAsync(
        """
        float a = await [|modelA.ToAsync.Predict(data, ct)|], b = await modelB.ToAsync.Predict(data, ct);
        return a + b;
        """,
        """
        var (aResult, bResult) = await Gather.All(modelA.ToAsync.Predict(data, ct), modelB.ToAsync.Predict(data, ct));
        float a = aResult, b = bResult;
        return a + b;
        """);

    [Test]
    public Task Call_ThatCannotMove_LeavesItsNeighboursToBeFixed() => Verify.VerifyAsync(
        Source("""
            var count = 0;
            var a = await [|modelA.ToAsync.Predict(data, ct)|];
            var b = await modelB.ToAsync.Predict(data, ct);
            var c = count++ + await modelC.ToAsync.Predict(data, ct);
            return a + b + c + count;
            """),
        Source("""
            var count = 0;
            var (a, b) = await Gather.All([|modelA.ToAsync.Predict(data, ct)|], modelB.ToAsync.Predict(data, ct));
            var c = count++ + await modelC.ToAsync.Predict(data, ct);
            return a + b + c + count;
            """));

    [Test]
    public Task Calls_AroundOneThatCannotMove_AreAllFixedAtOnce()
    {
        const string Calls = """
            var a = await [|modelA.ToAsync.Predict(data, ct)|];
            var b = await modelB.ToAsync.Predict(data, ct);
            """;
        const string Sum = "var c = count++ + await modelC.ToAsync.Predict(data, ct);";
        const string Gathered = "var (d, e) = await Gather.All(modelA.ToAsync.Predict([c], ct), modelB.ToAsync.Predict([c], ct));";
        var test = new FixTest(
            Source($"""
                var count = 0;
                {Calls}
                {Sum}
                var d = await modelA.ToAsync.Predict([c], ct);
                var e = await modelB.ToAsync.Predict([c], ct);
                return a + b + d + e + count;
                """),
            Source($"""
                var count = 0;
                {Calls}
                {Sum}
                {Gathered}
                return a + b + d + e + count;
                """));
        test.BatchFixedState.MarkupHandling = MarkupMode.Allow;
        test.BatchFixedState.Sources.Add(Source($"""
            var count = 0;
            var (a, b) = await Gather.All([|modelA.ToAsync.Predict(data, ct)|], modelB.ToAsync.Predict(data, ct));
            {Sum}
            {Gathered}
            return a + b + d + e + count;
            """));
        test.BatchFixedState.Sources.Add(test.FixedState.Sources[^1]);
        return test.RunAsync();
    }

    [Test]
    public Task Argument_ThatMayThrowAtTheFirstCall_IsEvaluatedBeforeAnythingStarts() => VerifyBodyAsync(
        """
        var a = await [|modelA.ToAsync.Predict([data[9]], ct)|];
        var b = await modelB.ToAsync.Predict(data, ct);
        var c = await modelC.ToAsync.Predict([b], ct);
        var d = await modelA.ToAsync.Predict(data, ct);
        return a + b + c + d;
        """,
        """
        var aTask = modelA.ToAsync.Predict([data[9]], ct);
        var bTask = modelB.ToAsync.Predict(data, ct);
        var (a, b, c, d) = await Gather.All(aTask, bTask, GetCAsync(), modelA.ToAsync.Predict(data, ct));
        return a + b + c + d;

        async Task<float> GetCAsync() => await modelC.ToAsync.Predict([await bTask], ct);
        """);

    [Test]
    public Task Chain_WhoseFirstArgumentMayThrow_StartsOutsideItsFunction() => VerifyBodyAsync(
        """
        var a = await [|modelA.ToAsync.Predict([data[9]], ct)|];
        var b = await modelB.ToAsync.Predict([a], ct);
        var c = await modelC.ToAsync.Predict(data, ct);
        return b + c;
        """,
        """
        var aTask = modelA.ToAsync.Predict([data[9]], ct);
        var (_, b, c) = await Gather.All(aTask, GetBAsync(), modelC.ToAsync.Predict(data, ct));
        return b + c;

        async Task<float> GetBAsync() => await modelB.ToAsync.Predict([await aTask], ct);
        """);

    [Test]
    public Task Call_StartedBetween_IsNotHeldUp() => Verify.VerifyNoFixAsync(
        Source("""
            var a = await [|modelA.ToAsync.Predict(data, ct)|];
            var started = modelB.ToAsync.Predict([a], ct);
            var c = await modelC.ToAsync.Predict(data, ct);
            return a + c + await started;
            """));

    private static Task VerifyBodyAsync(string body, string fixedBody) => Verify.VerifyAsync(Source(body), Source(fixedBody));

    private static string Source(string body) => $$"""
        [Service(Effect = Effect.None)] public partial class Ranges { [Api] public (float Low, float High) Range(float[] data) => (0, 1); }

        {{Ensemble.Member($$"""
            [Depends] private partial Ranges.Proxy RangeOf { get; }

            [Api]
            public async Task<float> PredictAsync(float[] data, CancellationToken ct)
            {
                {{body.ReplaceLineEndings("\n    ")}}
            }
            """)}}
        """;
}
