using System.Diagnostics;
using Pipeline.Differential.Fixing;
using Pipeline.Differential.Generation;
using Pipeline.Differential.Shrinking;

namespace Pipeline.Differential;

/// <summary>Random bodies before and after the code fix: nobody can tell them apart, except by being served sooner.</summary>
public class DifferentialTests
{
    [TestCase(Strategy.FirstAction)]
    [TestCase(Strategy.LastAction)]
    [TestCase(Strategy.FixAll)]
    public async Task CodeFix_RandomBodies_ChangesNothingButTime(Strategy strategy)
    {
        var watch = Stopwatch.StartNew();
        var tally = new Tally();
        foreach (var seeds in Enumerable.Range(Settings.FirstSeed, Settings.Bodies).Chunk(25))
            tally.Add(await BodyProof.ProveAsync(seeds.Select(BodyGenerator.Create), strategy));

        TestContext.Out.WriteLine($"{tally}\n{watch.Elapsed.TotalSeconds:F0} s");
        if (tally.Failures is [var (body, _), ..])
            Assert.Fail($"{tally.Failures.Count} bodies fail, the first:\n{await ExplainAsync(body, strategy)}");
    }

    /// <summary>The smallest body that fails in the same way, ready for the folder of regressions.</summary>
    private static async Task<string> ExplainAsync(BodySource body, Strategy strategy)
    {
        var smallest = await Shrinker.ShrinkAsync(body, async smaller => await FailureAsync(smaller, strategy) is { Failure: not null });
        var (fixedBody, failure) = (await FailureAsync(smallest, strategy))!.Value;
        return $"Regressions/{body.FileName}:\n{smallest.Text}\n{strategy} gives:\n{fixedBody.Fixed.Text}\n{failure}";
    }

    private static async Task<(FixedBody Body, string? Failure)?> FailureAsync(BodySource body, Strategy strategy) =>
        await BodyProof.ProveAsync([body], strategy) is [var result] ? result : null;
}
