using Verify = Pipeline.Analyzers.Tests.CodeFixVerifier<
    Pipeline.Analyzers.Rules.Parallelism.SequentialAwaitsAnalyzer,
    Pipeline.CodeFixes.Rules.SequentialAwaitsCodeFix>;

namespace Pipeline.Analyzers.Tests.CodeFixes;

/// <summary>Calls that stand in no block get one.</summary>
public class BlockBodyTests
{
    [Test]
    public Task ExpressionBody_WithAResult_ReturnsIt() => VerifyMemberAsync(
        """
        [Api] public async Task<Scores> ScoreAsync(float[] data, CancellationToken ct) =>
            new(await [|modelA.ToAsync.Predict(data, ct)|], await modelB.ToAsync.Predict(data, ct)); // Both.
        """,
        """
        [Api] public async Task<Scores> ScoreAsync(float[] data, CancellationToken ct)
        {
            var (first, second) = await Gather.All(modelA.ToAsync.Predict(data, ct), modelB.ToAsync.Predict(data, ct));
            return new(first, second); // Both.
        }
        """);

    [Test]
    public Task ExpressionBody_WithoutAResult_BecomesAStatement() => VerifyMemberAsync(
        """
        private float _last;

        private async Task RememberAsync(float[] data) => _last = await [|modelA.ToAsync.Predict(data)|]
            + await modelB.ToAsync.Predict(data);
        """,
        """
        private float _last;

        private async Task RememberAsync(float[] data)
        {
            var (modelAResult, modelBResult) = await Gather.All(modelA.ToAsync.Predict(data), modelB.ToAsync.Predict(data));
            _last = modelAResult + modelBResult;
        }
        """);

    [Test]
    public Task ExpressionBody_OfALocalFunction_BecomesABlock() => VerifyMemberAsync(
        """
        private Task<float> SumAsync(float[] data)
        {
            return AddAsync();

            async Task<float> AddAsync() => await [|modelA.ToAsync.Predict(data)|] + await modelB.ToAsync.Predict(data);
        }
        """,
        """
        private Task<float> SumAsync(float[] data)
        {
            return AddAsync();

            async Task<float> AddAsync()
            {
                var (modelAResult, modelBResult) = await Gather.All(
                    modelA.ToAsync.Predict(data),
                    modelB.ToAsync.Predict(data));
                return modelAResult + modelBResult;
            }
        }
        """);

    [Test]
    public Task Lambda_WithAnExpression_GetsABlock() => VerifyMemberAsync(
        """
        private Task<Scores[]> ScoreAllAsync(float[][] rows) => Task.WhenAll(
            rows.Select(async row => new Scores(await [|modelA.ToAsync.Predict(row)|], await modelB.ToAsync.Predict(row))));
        """,
        """
        private Task<Scores[]> ScoreAllAsync(float[][] rows) => Task.WhenAll(
            rows.Select(async row =>
            {
                var (first, second) = await Gather.All(modelA.ToAsync.Predict(row), modelB.ToAsync.Predict(row));
                return new Scores(first, second);
            }));
        """);

    [Test]
    public Task Branch_OfOneStatement_GetsABlock() => VerifyMemberAsync(
        """
        private async Task<Scores?> ScoreAsync(float[] data)
        {
            if (data.Length > 0)
                return new(await [|modelA.ToAsync.Predict(data)|], await modelB.ToAsync.Predict(data));
            return null;
        }
        """,
        """
        private async Task<Scores?> ScoreAsync(float[] data)
        {
            if (data.Length > 0)
            {
                var (first, second) = await Gather.All(modelA.ToAsync.Predict(data), modelB.ToAsync.Predict(data));
                return new(first, second);
            }
            return null;
        }
        """);

    [Test]
    public Task Case_OfASwitch_IsRewrittenWhereItStands() => VerifyMemberAsync(
        """
        private async Task<float> PredictAsync(float[] data)
        {
            switch (data.Length)
            {
                case 0:
                    return 0;
                default:
                    var a = await [|modelA.ToAsync.Predict(data)|];
                    var b = await modelB.ToAsync.Predict(data);
                    return a + b;
            }
        }
        """,
        """
        private async Task<float> PredictAsync(float[] data)
        {
            switch (data.Length)
            {
                case 0:
                    return 0;
                default:
                    var (a, b) = await Gather.All(modelA.ToAsync.Predict(data), modelB.ToAsync.Predict(data));
                    return a + b;
            }
        }
        """);

    [Test]
    public Task ExpressionBody_WithACommentBeforeIt_OffersNothing()
    {
        var source = Ensemble.Member("""
            private async Task<float> SumAsync(float[] data) =>
                // Both count.
                await [|modelA.ToAsync.Predict(data)|] + await modelB.ToAsync.Predict(data);
            """);
        return Verify.VerifyNoFixAsync(source);
    }

    private static Task VerifyMemberAsync(string member, string fixedMember) => Verify.VerifyAsync(Ensemble.Member(member), Ensemble.Member(fixedMember));
}
