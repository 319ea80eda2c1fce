using Verify = Pipeline.Analyzers.Tests.CodeFixVerifier<
    Pipeline.Analyzers.Rules.Parallelism.SequentialAwaitsAnalyzer,
    Pipeline.CodeFixes.Rules.SequentialAwaitsCodeFix>;

namespace Pipeline.Analyzers.Tests.CodeFixes;

/// <summary>Where something between the calls keeps its place, they start early and are awaited where they were.</summary>
public class InPlaceFormTests
{
    [Test]
    public Task NewObject_FilledMemberByMember_IsFilledWhereItWas() => VerifyAsync(
        """
        var list = new List<float>();

        // The first of both.
        list.Add(await [|modelA.ToAsync.Predict(data, ct)|]);
        list.Add(await modelB.ToAsync.Predict(data, ct).ConfigureAwait(false)); // the second
        return list[0];
        """,
        """
        var list = new List<float>();

        var modelAResultTask = modelA.ToAsync.Predict(data, ct);
        var modelBResultTask = modelB.ToAsync.Predict(data, ct);
        _ = await Gather.Settle(modelAResultTask, modelBResultTask).ConfigureAwait(false);
        // The first of both.
        list.Add(await modelAResultTask);
        list.Add(await modelBResultTask.ConfigureAwait(false)); // the second
        return list[0];
        """);

    [Test]
    public Task Lambda_MadeBetween_IsMadeWhereItWas() => VerifyAsync(
        """
        var a = await [|modelA.ToAsync.Predict(data, ct)|];
        Func<float> twice = () => a * 2;
        var b = await modelB.ToAsync.Predict(data, ct);
        return twice() + b;
        """,
        """
        var aTask = modelA.ToAsync.Predict(data, ct);
        var bTask = modelB.ToAsync.Predict(data, ct);
        _ = await Gather.Settle(aTask, bTask);
        var a = await aTask;
        Func<float> twice = () => a * 2;
        var b = await bTask;
        return twice() + b;
        """);

    [Test]
    public Task Line_LoggedBetween_IsLoggedWhereItWas() => Verify.VerifyAsync(
        Logging(
            """
            var a = await [|modelA.ToAsync.Predict(data, ct)|];
            if (a > 1)
                LoggerExtensions.LogInformation(logger, "{A}", a);
            return a + await modelB.ToAsync.Predict(data, ct);
            """),
        Logging(
            """
            var aTask = modelA.ToAsync.Predict(data, ct);
            var modelBResultTask = modelB.ToAsync.Predict(data, ct);
            _ = await Gather.Settle(aTask, modelBResultTask);
            var a = await aTask;
            if (a > 1)
                LoggerExtensions.LogInformation(logger, "{A}", a);
            return a + await modelBResultTask;
            """));

    [Test]
    public Task Argument_DeclaredBetween_GetsNoFix() => Verify.VerifyNoFixAsync(Ensemble.Source(
        """
        var list = new List<float>();
        list.Add(await [|modelA.ToAsync.Predict(data, ct)|]);
        float[] own = [1, 2];
        list.Add(await modelB.ToAsync.Predict(own, ct));
        return list[0];
        """));

    [Test]
    public Task Discard_ThatIsAVariable_GetsNoFix() => Verify.VerifyNoFixAsync(Ensemble.Source(
        """
        var list = new List<float>();
        var _ = data.Length;
        list.Add(await [|modelA.ToAsync.Predict(data, ct)|]);
        list.Add(await modelB.ToAsync.Predict(data, ct));
        return list[0] + _;
        """));

    [Test]
    public Task Tasks_HeldInLocals_KeepThem() => VerifyAsync(
        """
        // The first.
        var aTask = [|modelA.ToAsync.Predict(data, ct)|];
        var a = await aTask;
        // The second.
        Task<float> held = modelB.ToAsync.Predict(data, ct); // a moment later
        var b = await held.ConfigureAwait(false);
        return a + b + await modelC.ToAsync.Predict(data, ct);
        """,
        """
        // The first.
        var aTask = modelA.ToAsync.Predict(data, ct);
        // The second.
        Task<float> held = modelB.ToAsync.Predict(data, ct); // a moment later
        var modelCResultTask = modelC.ToAsync.Predict(data, ct);
        _ = await Gather.Settle(aTask, held, modelCResultTask).ConfigureAwait(false);
        var a = await aTask;
        var b = await held.ConfigureAwait(false);
        return a + b + await modelCResultTask;
        """);

    [Test]
    public Task Task_HeldForWhatIsWrittenBetween_GetsNoFix() => Verify.VerifyNoFixAsync(Ensemble.Source(
        """
        var aTask = [|modelA.ToAsync.Predict(data, ct)|];
        var a = await aTask;
        float[] own = [1, 2];
        var bTask = modelB.ToAsync.Predict(own, ct);
        var b = await bTask;
        return a + b;
        """));

    [Test]
    public Task Regions_BetweenTheCalls_KeepTheirs() => VerifyAsync(
        """
        #region first
        // The first.
        var a = await [|modelA.ToAsync.Predict(data, ct)|];
        #endregion

        #region second
        var b = await modelB.ToAsync.Predict(data, ct); // the second
        #endregion
        return a + b;
        """,
        """
        var aTask = modelA.ToAsync.Predict(data, ct);
        var bTask = modelB.ToAsync.Predict(data, ct);
        _ = await Gather.Settle(aTask, bTask);
        #region first
        // The first.
        var a = await aTask;
        #endregion

        #region second
        var b = await bTask; // the second
        #endregion
        return a + b;
        """);

    [Test]
    public Task Region_AroundTheCalls_HoldsTheGather() => VerifyAsync(
        """
        #region both
        var a = await [|modelA.ToAsync.Predict(data, ct)|];
        var b = await modelB.ToAsync.Predict(data, ct);
        #endregion
        return a + b;
        """,
        """
        #region both
        var (a, b) = await Gather.All(modelA.ToAsync.Predict(data, ct), modelB.ToAsync.Predict(data, ct));
        #endregion
        return a + b;
        """);

    private static string Logging(string body) => "using Microsoft.Extensions.Logging;\n\n"
        + Ensemble.Source(body, "async Task<float> PredictAsync(float[] data, ILogger logger, CancellationToken ct)").Replace("[Api]\n    public async", "private async", StringComparison.Ordinal);

    private static Task VerifyAsync(string body, string fixedBody) => Verify.VerifyAsync(Ensemble.Source(body), Ensemble.Source(fixedBody));
}
