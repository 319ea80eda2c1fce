using System.Diagnostics;
using Pipeline.Differential.Fixing;
using Pipeline.Differential.Generation;
using Pipeline.Differential.Shrinking;

namespace Pipeline.Differential;

/// <summary>Random bodies before and after the code fix: nobody can tell them apart, except by being served sooner.</summary>
public class DifferentialTests
{
    private const int BatchSize = 50;
    private const int BodiesPerProgress = 500;

    private static readonly Strategy[] Strategies = Enum.GetValues<Strategy>();

    [Test]
    public async Task CodeFix_RandomBodies_ChangesNothingButTime()
    {
        var watch = Stopwatch.StartNew();
        var (tally, stages) = (new Tally(), new Stages());
        foreach (var seeds in Enumerable.Range(Settings.FirstSeed, Settings.Bodies).Chunk(BatchSize))
        {
            tally.Add(await BodyProof.ProveAsync(seeds.Select(BodyGenerator.Create), stages, Strategies));
            if (tally.Bodies % BodiesPerProgress == 0)
                await TestContext.Progress.WriteLineAsync($"{seeds[^1]}: {tally}");
        }

        TestContext.Out.WriteLine($"{tally}\n{watch.Elapsed.TotalSeconds:F0} s, of the processor {stages}: {stages.Total.TotalMilliseconds / tally.Bodies:F0} ms a body");
        if (tally.Failures is [var first, ..])
            Assert.Fail($"{tally.Failures.Count} of {tally.Bodies} bodies fail, the first:\n{await ExplainAsync(first)}\n\nAll: {string.Join('\n', tally.Failures)}");
    }

    /// <summary>The smallest body that fails in the same way, ready for the folder of regressions.</summary>
    private static async Task<string> ExplainAsync(Failure failure)
    {
        var smallest = await Shrinker.ShrinkAsync(failure.Body, async smaller => await FailureAsync(smaller, failure.Strategy) is { Failure: not null });
        var (fixedBody, what) = (await FailureAsync(smallest, failure.Strategy))!.Value;
        return $"Regressions/{failure.Body.FileName}:\n{smallest.Text}\n{failure.Strategy} gives:\n{fixedBody.Fixed.Text}\n{what}";
    }

    private static async Task<(FixedBody Body, string? Failure)?> FailureAsync(BodySource body, Strategy strategy) =>
        await BodyProof.ProveAsync([body], new Stages(), Strategies.Where(other => other <= strategy).ToArray()) is [.., var result] ? result : null;
}
