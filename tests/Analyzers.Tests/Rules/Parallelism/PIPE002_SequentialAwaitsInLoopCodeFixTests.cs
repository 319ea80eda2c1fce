using Pipeline.Analyzers.Tests.CodeFixes;
using Verify = Pipeline.Analyzers.Tests.CodeFixVerifier<
    Pipeline.Analyzers.Rules.Parallelism.SequentialAwaitsInLoopAnalyzer,
    Pipeline.CodeFixes.Rules.SequentialAwaitsInLoopCodeFix>;

namespace Pipeline.Analyzers.Tests.Rules.Parallelism;

public class SequentialAwaitsInLoopCodeFixTests
{
    [Test]
    public Task Append_OfTheResult_TakesAllResultsOver() => VerifyAsync(
        "async Task<List<float>> RankAsync(List<float[]> rows, CancellationToken ct)",
        """
        // The models may disagree.
        var scores = new List<float>();
        foreach (var row in rows)
            scores.Add(await [|modelA.ToAsync.Predict(row, ct)|]);

        return scores;
        """,
        """
        // The models may disagree.
        var scores = new List<float>();
        scores.AddRange(await Gather.Each(rows, (row, _) => modelA.ToAsync.Predict(row, ct), maxConcurrency: 8));

        return scores;
        """);

    [Test]
    public Task Append_WithoutToken_NeedsNone() => VerifyAsync(
        "async Task<List<float>> RankAsync(List<float[]> rows)",
        """
        List<float> scores = [];
        foreach (var row in rows)
        {
            scores.Add(await [|modelA.ToAsync.Predict(row)|].ConfigureAwait(false));
        }

        return scores;
        """,
        """
        List<float> scores = [];
        scores.AddRange(await Gather.Each(
            rows,
            (row, _) => modelA.ToAsync.Predict(row),
            maxConcurrency: 8).ConfigureAwait(false));

        return scores;
        """);

    [Test]
    public Task Append_OfAWiderType_AddsOneByOne() => VerifyAsync(
        "async Task<List<double>> RankAsync(List<float[]> rows, CancellationToken ct)",
        """
        var scores = new List<double>();
        foreach (var row in rows)
            scores.Add(await [|modelA.ToAsync.Predict(row, ct)|]);
        return scores;
        """,
        """
        var scores = new List<double>();
        foreach (var result in await Gather.Each(rows, (row, _) => modelA.ToAsync.Predict(row, ct), maxConcurrency: 8))
            scores.Add(result);
        return scores;
        """);

    [Test]
    public Task Chain_PerItem_BecomesABlock() => VerifyAsync(
        "async Task<List<Scores>> RankAsync(List<float[]> rows, CancellationToken ct)",
        """
        var scores = new List<Scores>();
        foreach (var row in rows)
        {
            // The first opinion.
            var first = await [|modelA.ToAsync.Predict(row, ct)|];
            var second = await modelB.ToAsync.Predict([first], ct);

            // Both count.
            scores.Add(new Scores(first, second));
        }

        return scores;
        """,
        """
        var scores = new List<Scores>();
        scores.AddRange(await Gather.Each(
            rows,
            async (row, _) =>
            {
                // The first opinion.
                var first = await modelA.ToAsync.Predict(row, ct);
                var second = await modelB.ToAsync.Predict([first], ct);
                // Both count.
                return new Scores(first, second);
            },
            maxConcurrency: 8));

        return scores;
        """);

    [Test]
    public Task Variable_ThatOnlyHandsTheResultOn_IsNotNeeded() => VerifyAsync(
        "async Task<List<float>> RankAsync(List<float[]> rows, CancellationToken ct)",
        """
        var scores = new List<float>();
        foreach (var row in rows)
        {
            var score = await [|modelA.ToAsync.Predict(row, ct)|];
            scores.Add(score);
        }

        return scores;
        """,
        """
        var scores = new List<float>();
        scores.AddRange(await Gather.Each(rows, (row, _) => modelA.ToAsync.Predict(row, ct), maxConcurrency: 8));

        return scores;
        """);

    [Test]
    public Task Slots_OfAnArrayMadeBefore_AreMadeByTheGather() => VerifyAsync(
        "async Task<float[]> RankAsync(float[][] rows, CancellationToken ct)",
        """
        var scores = new float[rows.Length];
        for (int i = 0; i < rows.Length; i++)
            scores[i] = await [|modelA.ToAsync.Predict(rows[i], ct)|];
        return scores;
        """,
        """
        var scores = await Gather.Each(
            Enumerable.Range(0, rows.Length),
            (i, _) => modelA.ToAsync.Predict(rows[i], ct),
            maxConcurrency: 8);
        return scores;
        """);

    [Test]
    public Task Slots_OfAnArrayMadeElsewhere_AreCopied() => VerifyAsync(
        "async Task<float[]> RankAsync(float[][] rows, CancellationToken ct)",
        """
        var scores = new float[rows.Length];
        int count = rows.Length;
        for (int i = 0; i < scores.Length; i++)
            scores[i] = await [|modelA.ToAsync.Predict([i], ct)|];
        return scores;
        """,
        """
        var scores = new float[rows.Length];
        int count = rows.Length;
        (await Gather.Each(
            Enumerable.Range(0, scores.Length),
            (i, _) => modelA.ToAsync.Predict([i], ct),
            maxConcurrency: 8)).CopyTo(scores, 0);
        return scores;
        """);

    [Test]
    public Task Keys_OfADictionary_AreReturnedWithTheResults() => VerifyAsync(
        "async Task<Dictionary<int, float>> RankAsync(int[] ids, CancellationToken ct)",
        """
        var scores = new Dictionary<int, float>();
        foreach (var id in ids)
            scores[id] = await [|modelA.ToAsync.Predict([id], ct)|];
        return scores;
        """,
        """
        var scores = new Dictionary<int, float>();
        foreach (var (key, result) in await Gather.Each(
            ids,
            async (id, _) => (id, await modelA.ToAsync.Predict([id], ct)),
            maxConcurrency: 8))
            scores[key] = result;
        return scores;
        """);

    [Test]
    public Task Sum_OfResults_IsMadeInOrder() => VerifyAsync(
        "async Task<float> RankAsync(List<float[]> rows, CancellationToken ct)",
        """
        float total = 0;
        foreach (var row in rows)
            total += await [|modelA.ToAsync.Predict(row, ct)|];
        return total;
        """,
        """
        float total = 0;
        foreach (var result in await Gather.Each(rows, (row, _) => modelA.ToAsync.Predict(row, ct), maxConcurrency: 8))
            total += result;
        return total;
        """);

    [Test]
    public Task Items_LeftOut_AreFilteredBefore() => VerifyAsync(
        "async Task<List<float>> RankAsync(List<float[]> rows, CancellationToken ct)",
        """
        var scores = new List<float>();
        foreach (var row in rows)
        {
            if (row.Length == 0)
                continue;
            scores.Add(await [|modelA.ToAsync.Predict(row, ct)|]);
        }

        return scores;
        """,
        """
        var scores = new List<float>();
        scores.AddRange(await Gather.Each(
            rows.Where(row => row.Length != 0),
            (row, _) => modelA.ToAsync.Predict(row, ct),
            maxConcurrency: 8));

        return scores;
        """);

    [Test]
    public Task Conditions_ThatLeaveItemsOut_AreTurnedRound() => VerifyAsync(
        "async Task<List<float>> RankAsync(List<int> ids, string? name, CancellationToken ct)",
        """
        var scores = new List<float>();
        foreach (var id in ids)
        {
            if (id % 2 == 0)
                continue;
            if (id > 10)
                continue;
            if (name is null)
                continue;
            scores.Add(await [|modelA.ToAsync.Predict([id], ct)|]);
        }

        return scores;
        """,
        """
        var scores = new List<float>();
        scores.AddRange(await Gather.Each(
            ids.Where(id => id % 2 != 0 && id <= 10 && name is not null),
            (id, _) => modelA.ToAsync.Predict([id], ct),
            maxConcurrency: 8));

        return scores;
        """);

    [Test]
    public Task Bound_ThatMayBeNegative_IsNoRange() => VerifyAsync(
        "async Task<List<float>> RankAsync(int count, CancellationToken ct)",
        """
        var scores = new List<float>();
        for (int i = 0; i < count; i++)
            scores.Add(await [|modelA.ToAsync.Predict([i], ct)|]);
        return scores;
        """,
        """
        var scores = new List<float>();
        scores.AddRange(await Gather.Each(
            Enumerable.Range(0, Math.Max(0, count)),
            (i, _) => modelA.ToAsync.Predict([i], ct),
            maxConcurrency: 8));
        return scores;
        """);

    [Test]
    public Task Comments_OnTheHeadAndTheFilter_StandAboveTheGather() => VerifyAsync(
        "async Task<List<float>> RankAsync(List<float[]> rows, CancellationToken ct)",
        """
        var scores = new List<float>();
        // All of them.
        foreach (var row in rows) // In the order of the sheet.
        {
            // Not the empty ones.
            if (row.Length == 0)
                continue;
            // The first opinion.
            var score = await [|modelA.ToAsync.Predict(row, ct)|]; // It counts.
            scores.Add(score);
        }

        return scores;
        """,
        """
        var scores = new List<float>();
        // All of them.
        // In the order of the sheet.
        // Not the empty ones.
        scores.AddRange(await Gather.Each(
            rows.Where(row => row.Length != 0),
            async (row, _) =>
            {
                // The first opinion.
                // It counts.
                return await modelA.ToAsync.Predict(row, ct);
            },
            maxConcurrency: 8));

        return scores;
        """);

    [Test]
    public Task Results_LeftOut_AreLeftOutBehindTheCalls() => VerifyAsync(
        "async Task<List<float>> RankAsync(List<float[]> rows, CancellationToken ct)",
        """
        var scores = new List<float>();
        foreach (var row in rows)
        {
            var score = await [|modelA.ToAsync.Predict(row, ct)|];
            if (score > 0.5f)
                scores.Add(score);
        }

        return scores;
        """,
        """
        var scores = new List<float>();
        foreach (var score in await Gather.Each(rows, (row, _) => modelA.ToAsync.Predict(row, ct), maxConcurrency: 8))
        {
            if (score > 0.5f)
                scores.Add(score);
        }

        return scores;
        """);

    [Test]
    public Task Results_LeftOutForTheirItem_GoWithIt() => VerifyAsync(
        "async Task<List<float>> RankAsync(List<int> ids, CancellationToken ct)",
        """
        var scores = new List<float>();
        foreach (var id in ids)
        {
            var score = await [|modelA.ToAsync.Predict([id], ct)|];
            if (id > 10)
            {
                scores.Add(score);
            }
        }

        return scores;
        """,
        """
        var scores = new List<float>();
        foreach (var (id, score) in await Gather.Each(
            ids,
            async (id, _) => (id, await modelA.ToAsync.Predict([id], ct)),
            maxConcurrency: 8))
        {
            if (id > 10)
            {
                scores.Add(score);
            }
        }

        return scores;
        """);

    [Test]
    public Task Items_TakenApart_AreTakenApartInTheLambda() => VerifyAsync(
        "async Task<List<float>> RankAsync(Dictionary<int, float> pairs, CancellationToken ct)",
        """
        var scores = new List<float>();
        foreach (var (id, weight) in pairs)
            scores.Add(await [|modelA.ToAsync.Predict([id, weight], ct)|]);
        return scores;
        """,
        """
        var scores = new List<float>();
        scores.AddRange(await Gather.Each(
            pairs,
            async (pair, _) =>
            {
                var (id, weight) = pair;
                return await modelA.ToAsync.Predict([id, weight], ct);
            },
            maxConcurrency: 8));
        return scores;
        """);

    private static Task VerifyAsync(string signature, string body, string fixedBody) =>
        Verify.VerifyAsync(Ensemble.Source(body, signature), Ensemble.Source(fixedBody, signature));
}
