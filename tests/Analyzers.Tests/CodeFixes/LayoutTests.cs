using Verify = Pipeline.Analyzers.Tests.CodeFixVerifier<
    Pipeline.Analyzers.Rules.Parallelism.SequentialAwaitsAnalyzer,
    Pipeline.CodeFixes.Rules.SequentialAwaitsCodeFix>;

namespace Pipeline.Analyzers.Tests.CodeFixes;

/// <summary>Line ends, comments, indentation, directives: the file looks as if a person had written the fix.</summary>
public class LayoutTests
{
    [Test]
    public Task File_WithWindowsLineEnds_KeepsThem() => Verify.VerifyAsync(
        Ensemble.Source("""
            // First.
            var a = await [|modelA.ToAsync.Predict(data, ct)|];
            var c = await modelC.ToAsync.Predict([a], ct);
            // Then.
            var b = await modelB.ToAsync.Predict(data, ct);
            return a + b + c;
            """).ReplaceLineEndings("\r\n"),
        Ensemble.Source("""
            // First.
            var aTask = modelA.ToAsync.Predict(data, ct);
            var (a, c, b) = await Gather.All(
                aTask,
                GetCAsync(),
                // Then.
                modelB.ToAsync.Predict(data, ct));
            return a + b + c;

            async Task<float> GetCAsync() => await modelC.ToAsync.Predict([await aTask], ct);
            """).ReplaceLineEndings("\r\n"));

    [Test]
    public Task ExpressionBody_WithWindowsLineEnds_KeepsThem() => Verify.VerifyAsync(
        Ensemble.Member("""
            [Api] public async Task<Scores> ScoreAsync(float[] data, CancellationToken ct) => new(
                await [|modelA.ToAsync.Predict(data, ct)|],
                await modelB.ToAsync.Predict(data, ct));
            """).ReplaceLineEndings("\r\n"),
        Ensemble.Member("""
            [Api] public async Task<Scores> ScoreAsync(float[] data, CancellationToken ct)
            {
                var (first, second) = await Gather.All(modelA.ToAsync.Predict(data, ct), modelB.ToAsync.Predict(data, ct));
                return new(first, second);
            }
            """).ReplaceLineEndings("\r\n"));

    [Test]
    public Task Calls_OverSeveralLines_AreIndentedAsArguments() => VerifyBodyAsync(
        """
        var a = await [|modelA.ToAsync.Predict(
            [
                1,
                2,
            ],
            ct)|]; // The short one.
        var b = await modelB.ToAsync.Predict(data, ct);
        return a + b;
        """,
        """
        var (a, b) = await Gather.All(
            modelA.ToAsync.Predict(
                [
                    1,
                    2,
                ],
                ct),
            modelB.ToAsync.Predict(data, ct)); // The short one.
        return a + b;
        """);

    [Test]
    public Task String_OverSeveralLines_IsNotMoved() => VerifyNoFixAsync(
        """
        var a = await [|modelA.ToAsync.Predict([@"one
        two".Length], ct)|];
        var b = await modelB.ToAsync.Predict(data, ct);
        return a + b;
        """);

    [Test]
    public Task Comments_BehindAndBetween_AreKept() => VerifyBodyAsync(
        """
        var a = await [|modelA.ToAsync.Predict(data, ct)|]; // One.

        /* Two. */
        var b = await modelB.ToAsync.Predict(data, ct); // Three.
        // Four.
        return a + b;
        """,
        """
        var (a, b) = await Gather.All(
            modelA.ToAsync.Predict(data, ct),
            /* Two. */
            // Three.
            modelB.ToAsync.Predict(data, ct)); // One.
        // Four.
        return a + b;
        """);

    [Test]
    public Task Initializer_OnLinesOfItsOwn_StaysThere() => Verify.VerifyAsync(
        Ensemble.Source(
            """
            var none = new Scores(0, 0);
            return none with
            {
                First = await [|modelA.ToAsync.Predict(data, ct)|],
                Second = await modelB.ToAsync.Predict(data, ct),
            };
            """, Signature),
        Ensemble.Source(
            """
            var none = new Scores(0, 0);
            var (first, second) = await Gather.All(modelA.ToAsync.Predict(data, ct), modelB.ToAsync.Predict(data, ct));
            return none with
            {
                First = first,
                Second = second,
            };
            """, Signature));

    [Test]
    public Task Directive_BetweenTheCalls_OffersNothing() => VerifyNoFixAsync(
        """
        var a = await [|modelA.ToAsync.Predict(data, ct)|];
        #if DEBUG
        a = 0;
        #endif
        var b = await modelB.ToAsync.Predict(data, ct);
        return a + b;
        """);

    [Test]
    public Task Directive_BeforeTheCalls_StaysThere() => VerifyBodyAsync(
        """
        #if DEBUG
        data = [];
        #endif
        data = data.ToArray();
        var a = await [|modelA.ToAsync.Predict(data, ct)|];
        var b = await modelB.ToAsync.Predict(data, ct);
        return a + b;
        """,
        """
        #if DEBUG
        data = [];
        #endif
        data = data.ToArray();
        var (a, b) = await Gather.All(modelA.ToAsync.Predict(data, ct), modelB.ToAsync.Predict(data, ct));
        return a + b;
        """);

    [Test]
    public Task Directive_AtTheEnd_GetsNoFunctionInside() => VerifyBodyAsync(
        """
        var a = await [|modelA.ToAsync.Predict(data, ct)|];
        var c = await modelC.ToAsync.Predict([a], ct);
        var b = await modelB.ToAsync.Predict(data, ct);
        return a + b + c;
        #if DEBUG
        #endif
        """,
        """
        var a = await modelA.ToAsync.Predict(data, ct);
        var (c, b) = await Gather.All(modelC.ToAsync.Predict([a], ct), modelB.ToAsync.Predict(data, ct));
        return a + b + c;
        #if DEBUG
        #endif
        """);

    [Test]
    public Task Results_ThatAreOnlyReturned_AreReturnedByTheGather() => Verify.VerifyAsync(
        Ensemble.Source(
            """
            // Both.
            var a = await [|modelA.ToAsync.Predict(data, ct)|];
            var b = await modelB.ToAsync.Predict(data, ct);
            return (a, b);
            """, "async Task<(float, float)> BothAsync(float[] data, CancellationToken ct)"),
        Ensemble.Source(
            """
            // Both.
            return await Gather.All(modelA.ToAsync.Predict(data, ct), modelB.ToAsync.Predict(data, ct));
            """, "async Task<(float, float)> BothAsync(float[] data, CancellationToken ct)"));

    [Test]
    public Task Tuple_ThatIsReturned_IsReturnedByTheGather() => Verify.VerifyAsync(
        Ensemble.Source(
            "return (await [|modelA.ToAsync.Predict(data, ct)|], await modelB.ToAsync.Predict(data, ct));",
            "async Task<(float, float)> BothAsync(float[] data, CancellationToken ct)"),
        Ensemble.Source(
            "return await Gather.All(\n    modelA.ToAsync.Predict(data, ct),\n    modelB.ToAsync.Predict(data, ct));",
            "async Task<(float, float)> BothAsync(float[] data, CancellationToken ct)"));

    [Test]
    public Task Await_InParentheses_LeavesNone() => VerifyBodyAsync(
        """
        var text = (await [|modelA.ToAsync.Predict(data, ct)|]).ToString() + (await modelB.ToAsync.Predict(data, ct)).ToString();
        return text.Length;
        """,
        """
        var (modelAResult, modelBResult) = await Gather.All(
            modelA.ToAsync.Predict(data, ct),
            modelB.ToAsync.Predict(data, ct));
        var text = modelAResult.ToString() + modelBResult.ToString();
        return text.Length;
        """);

    [Test]
    public Task Comments_AmongTheArguments_StayThere() => VerifyBodyAsync(
        """
        var a = await [|modelA.ToAsync.Predict(data /* as it came */, ct)|];
        var b = await modelB
            // The careful one.
            .ToAsync.Predict(data, ct);
        return a + b;
        """,
        """
        var (a, b) = await Gather.All(
            modelA.ToAsync.Predict(data /* as it came */, ct),
            modelB
                // The careful one.
                .ToAsync.Predict(data, ct));
        return a + b;
        """);

    private const string Signature = "async Task<Scores> ScoreAsync(float[] data, CancellationToken ct)";

    private static Task VerifyBodyAsync(string body, string fixedBody) => Verify.VerifyAsync(Ensemble.Source(body), Ensemble.Source(fixedBody));

    private static Task VerifyNoFixAsync(string body) => Verify.VerifyNoFixAsync(Ensemble.Source(body));
}
