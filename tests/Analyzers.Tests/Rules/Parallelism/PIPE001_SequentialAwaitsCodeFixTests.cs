using Pipeline.Analyzers.Tests.CodeFixes;
using Verify = Pipeline.Analyzers.Tests.CodeFixVerifier<
    Pipeline.Analyzers.Rules.Parallelism.SequentialAwaitsAnalyzer,
    Pipeline.CodeFixes.Rules.SequentialAwaitsCodeFix>;

namespace Pipeline.Analyzers.Tests.Rules.Parallelism;

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
    public Task ConfigureAwait_OnOneCallOnly_HoldsForAll() => VerifyBodyAsync(
        """
        var a = await [|modelA.ToAsync.Predict(data, ct)|].ConfigureAwait(false);
        var b = await modelB.ToAsync.Predict(data, ct);
        return a + b;
        """,
        """
        var (a, b) = await Gather.All(
            modelA.ToAsync.Predict(data, ct),
            modelB.ToAsync.Predict(data, ct)).ConfigureAwait(false);
        return a + b;
        """);

    [Test]
    public Task ConfigureAwait_WithDifferentOptions_OffersNothing() => VerifyNoFixAsync(
        """
        var a = await [|modelA.ToAsync.Predict(data, ct)|].ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
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
    public Task Elements_OfADictionary_AreFilledBehindTheGather() => VerifyBodyAsync(
        """
        var scores = new Dictionary<string, float> { ["a"] = await [|modelA.ToAsync.Predict(data, ct)|], ["b"] = await modelB.ToAsync.Predict(data, ct) };
        return scores["a"];
        """,
        """
        var (modelAResult, modelBResult) = await Gather.All(
            modelA.ToAsync.Predict(data, ct),
            modelB.ToAsync.Predict(data, ct));
        var scores = new Dictionary<string, float> { ["a"] = modelAResult, ["b"] = modelBResult };
        return scores["a"];
        """);

    [Test]
    public Task Name_AlreadyTaken_IsCalledAResult() => VerifyBodyAsync(
        """
        var first = 1f;
        var sum = new Scores(await [|modelA.ToAsync.Predict(data, ct)|], await modelB.ToAsync.Predict(data, ct));
        return sum.First + first;
        """,
        """
        var first = 1f;
        var (firstResult, second) = await Gather.All(
            modelA.ToAsync.Predict(data, ct),
            modelB.ToAsync.Predict(data, ct));
        var sum = new Scores(firstResult, second);
        return sum.First + first;
        """);

    [Test]
    public Task Chains_NeighboursInSource_BecomeLocalFunctions() => VerifyBodyAsync(
        """
        var a = await [|modelA.ToAsync.Predict(data, ct)|];
        var c = await modelC.ToAsync.Predict([a], ct);
        var b = await modelB.ToAsync.Predict(data, ct);
        var d = await modelA.ToAsync.Predict([b], ct);
        return c + d;
        """,
        """
        var (c, d) = await Gather.All(GetCAsync(), GetDAsync());
        return c + d;

        async Task<float> GetCAsync()
        {
            var a = await modelA.ToAsync.Predict(data, ct);
            return await modelC.ToAsync.Predict([a], ct);
        }

        async Task<float> GetDAsync()
        {
            var b = await modelB.ToAsync.Predict(data, ct);
            return await modelA.ToAsync.Predict([b], ct);
        }
        """);

    [Test]
    public Task Chain_AroundAnotherCall_StartsEarlyAndKeepsTheOrderOfFailures() => VerifyBodyAsync(
        """
        // First.
        var a = await [|modelA.ToAsync.Predict(data, ct)|];
        var b = await modelB.ToAsync.Predict(data, ct);
        var c = await modelC.ToAsync.Predict([a], ct);
        var d = await modelA.ToAsync.Predict([2f], ct);
        return a + b + c + d;
        """,
        """
        // First.
        var aTask = modelA.ToAsync.Predict(data, ct);
        var (a, b, c, d) = await Gather.All(
            aTask,
            modelB.ToAsync.Predict(data, ct),
            GetCAsync(),
            modelA.ToAsync.Predict([2f], ct));
        return a + b + c + d;

        async Task<float> GetCAsync() => await modelC.ToAsync.Predict([await aTask], ct);
        """);

    [Test]
    public Task Statement_MakingTheArgument_MovesIntoTheFunction() => VerifyBodyAsync(
        """
        var a = await [|modelA.ToAsync.Predict(data, ct)|];
        // Twice is better.
        var doubled = a * 2;
        var c = await modelC.ToAsync.Predict([doubled], ct);
        var b = await modelB.ToAsync.Predict(data, ct);
        return a + c + b;
        """,
        """
        var aTask = modelA.ToAsync.Predict(data, ct);
        var (a, c, b) = await Gather.All(aTask, GetCAsync(), modelB.ToAsync.Predict(data, ct));
        return a + c + b;

        async Task<float> GetCAsync()
        {
            var a = await aTask;
            // Twice is better.
            var doubled = a * 2;
            return await modelC.ToAsync.Predict([doubled], ct);
        }
        """);

    [Test]
    public Task Stages_WaitingNeedlessly_OfferToRunEarly() => VerifyEarlyAsync(
        """
        var a = await [|modelA.ToAsync.Predict(data, ct)|];
        var b = await modelB.ToAsync.Predict(data, ct);
        var c = await modelA.ToAsync.Predict([a], ct);
        var d = await modelB.ToAsync.Predict([b], ct);
        return c + d;
        """,
        """
        var aTask = modelA.ToAsync.Predict(data, ct);
        var bTask = modelB.ToAsync.Predict(data, ct);
        var (_, _, c, d) = await Gather.All(aTask, bTask, GetCAsync(), GetDAsync());
        return c + d;

        async Task<float> GetCAsync() => await modelA.ToAsync.Predict([await aTask], ct);

        async Task<float> GetDAsync() => await modelB.ToAsync.Predict([await bTask], ct);
        """);

    [Test]
    public Task Early_WithConfigureAwait_KeepsItOnEveryAwait() => VerifyBodyAsync(
        """
        var a = await [|modelA.ToAsync.Predict(data, ct)|].ConfigureAwait(false);
        var c = await modelC.ToAsync.Predict([a], ct).ConfigureAwait(false);
        var b = await modelB.ToAsync.Predict(data, ct).ConfigureAwait(false);
        return a + b + c;
        """,
        """
        var aTask = modelA.ToAsync.Predict(data, ct);
        var (a, c, b) = await Gather.All(aTask, GetCAsync(), modelB.ToAsync.Predict(data, ct)).ConfigureAwait(false);
        return a + b + c;

        async Task<float> GetCAsync() => await modelC.ToAsync.Predict([await aTask.ConfigureAwait(false)], ct).ConfigureAwait(false);
        """);

    [Test]
    public Task Calls_MoreThanATupleHolds_AreGatheredInTwo() => VerifyBodyAsync(
        """
        var a = await [|modelA.ToAsync.Predict([1f], ct)|];
        var b = await modelA.ToAsync.Predict([2f], ct);
        var c = await modelA.ToAsync.Predict([3f], ct);
        var d = await modelA.ToAsync.Predict([4f], ct);
        var e = await modelA.ToAsync.Predict([5f], ct);
        var f = await modelA.ToAsync.Predict([6f], ct);
        var g = await modelA.ToAsync.Predict([7f], ct);
        var h = await modelA.ToAsync.Predict([8f], ct);
        var i = await modelA.ToAsync.Predict([9f], ct);
        return a + b + c + d + e + f + g + h + i;
        """,
        """
        var ((a, b, c, d, e, f, g, h), i) = await Gather.All(
            Gather.All(
                modelA.ToAsync.Predict([1f], ct),
                modelA.ToAsync.Predict([2f], ct),
                modelA.ToAsync.Predict([3f], ct),
                modelA.ToAsync.Predict([4f], ct),
                modelA.ToAsync.Predict([5f], ct),
                modelA.ToAsync.Predict([6f], ct),
                modelA.ToAsync.Predict([7f], ct),
                modelA.ToAsync.Predict([8f], ct)),
            modelA.ToAsync.Predict([9f], ct));
        return a + b + c + d + e + f + g + h + i;
        """);

    [Test]
    public Task TwoGroups_InOneDocument_AreBothFixedAtOnce() => VerifyBodyAsync(
        """
        if (data.Length > 2)
        {
            var x = await [|modelA.ToAsync.Predict(data, ct)|];
            var y = await modelB.ToAsync.Predict(data, ct);
            return x + y;
        }

        var a = await [|modelA.ToAsync.Predict(data, ct)|];
        var b = await modelB.ToAsync.Predict(data, ct);
        return a + b;
        """,
        """
        if (data.Length > 2)
        {
            var (x, y) = await Gather.All(modelA.ToAsync.Predict(data, ct), modelB.ToAsync.Predict(data, ct));
            return x + y;
        }

        var (a, b) = await Gather.All(modelA.ToAsync.Predict(data, ct), modelB.ToAsync.Predict(data, ct));
        return a + b;
        """);

    private static Task VerifyEarlyAsync(string body, string fixedBody) =>
        Verify.VerifyActionAsync("Run as early as possible", Ensemble.Source(body), Ensemble.Source(fixedBody));

    private static Task VerifyBodyAsync(string body, string fixedBody) => Verify.VerifyAsync(Ensemble.Source(body), Ensemble.Source(fixedBody));

    private static Task VerifyNoFixAsync(string body) => Verify.VerifyNoFixAsync(Ensemble.Source(body));
}
