using Pipeline.Analyzers.Tests.CodeFixes;
using Verify = Pipeline.Analyzers.Tests.CodeFixVerifier<
    Pipeline.Analyzers.Rules.Parallelism.AwaitInsideGatherAnalyzer,
    Pipeline.CodeFixes.Rules.AwaitInsideGatherCodeFix>;

namespace Pipeline.Analyzers.Tests.Rules.Parallelism;

public class AwaitInsideGatherCodeFixTests
{
    [Test]
    public Task Argument_ThatAwaits_BecomesALocalFunction() => VerifyAsync(
        """
        var (a, b) = await Gather.All(
            modelA.ToAsync.Predict([[|await modelC.ToAsync.Predict(data, ct)|]], ct),
            modelB.ToAsync.Predict(data, ct));
        return a + b;
        """,
        """
        var (a, b) = await Gather.All(
            GetModelAAsync(),
            modelB.ToAsync.Predict(data, ct));
        return a + b;

        async Task<float> GetModelAAsync() => await modelA.ToAsync.Predict([await modelC.ToAsync.Predict(data, ct)], ct);
        """);

    [Test]
    public Task FromResult_OfAnAwait_BecomesTheTask() => VerifyAsync(
        """
        var (a, b) = await Gather.All(Task.FromResult([|await modelC.ToAsync.Predict(data, ct)|]), modelB.ToAsync.Predict(data, ct));
        return a + b;
        """,
        """
        var (a, b) = await Gather.All(modelC.ToAsync.Predict(data, ct), modelB.ToAsync.Predict(data, ct));
        return a + b;
        """);

    [Test]
    public Task Settle_WhichDoesNotThrow_OffersNothing()
    {
        const string Body = """
            var both = await Gather.Settle(modelA.ToAsync.Predict([[|await modelC.ToAsync.Predict(data, ct)|]], ct), modelB.ToAsync.Predict(data, ct));
            return both.Item1.IsSuccess ? 1 : 0;
            """;
        return VerifyAsync(Body, Body);
    }

    [TestCase(
        "Task.WhenAll(modelA.ToAsync.Predict([[|await modelC.ToAsync.Predict(data, ct)|]], ct), modelB.ToAsync.Predict(data, ct))",
        Description = "it throws a fault before an earlier cancellation")]
    [TestCase(
        "Gather.All([modelB.ToAsync.Predict(data, ct), modelA.ToAsync.Predict([[|await modelC.ToAsync.Predict(data, ct)|]], ct), "
        + "modelB.ToAsync.Predict(data, ct)])",
        Description = "what failed earlier would come out instead of what the await throws")]
    public Task Gather_ThatWouldThrowAnother_OffersNothing(string gather)
    {
        string body = $"var all = await {gather}; return all[0];";
        return VerifyAsync(body, body);
    }

    private static Task VerifyAsync(string body, string fixedBody) => Verify.VerifyAsync(Ensemble.Source(body), Ensemble.Source(fixedBody));
}
