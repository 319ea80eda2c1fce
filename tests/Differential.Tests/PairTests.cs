using System.Globalization;
using Pipeline.Differential.Generation;
using Pipeline.Differential.Pairs;

namespace Pipeline.Differential;

/// <summary>The analysis alone: every pair it calls free is made to overlap, and every pair it orders is tried all the same.</summary>
public class PairTests
{
    [Test]
    public void FindGroups_RandomBodies_FreePairsMayOverlap()
    {
        var verdicts = Enumerable.Range(Settings.FirstSeed, Math.Max(1, Settings.Bodies / 3)).Chunk(25)
            .SelectMany(seeds => PairJudge.Judge(seeds.Select(BodyGenerator.Create)))
            .ToArray();

        Report(verdicts);
        var wrong = verdicts.Where(verdict => verdict.Pair.IsFree && verdict.Difference is not null).Select(Describe).ToArray();
        Assert.That(wrong, Is.Empty, () => $"{wrong.Length} pairs, the first:\n{wrong[0]}");
        Assert.That(verdicts.Count(verdict => verdict.Pair.IsFree), Is.GreaterThan(Settings.Bodies / 12), "too few free pairs to prove anything");
    }

    private static string Describe(PairVerdict verdict) =>
        $"{verdict.Source}\nWith '{verdict.Pair.Later}' early:\n{verdict.EarlySource}\n{verdict.Difference}";

    private static void Report(PairVerdict[] verdicts)
    {
        TestContext.Out.WriteLine($"{verdicts.Length} pairs, {verdicts.Count(verdict => verdict.Pair.IsFree)} free");
        foreach (var reason in verdicts.Where(verdict => !verdict.Pair.IsFree).GroupBy(verdict => verdict.Pair.Order).OrderBy(reason => reason.Key))
        {
            var cautious = reason.Where(verdict => verdict is { Difference: null, IsFaster: true }).ToArray();
            TestContext.Out.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"{reason.Key,-18} kept {reason.Count(),5} apart, {cautious.Length,5} of them without need"));
            foreach (var same in cautious.GroupBy(verdict => Settings.WithoutNames(verdict.Pair.Reason)).OrderByDescending(same => same.Count()).Take(8))
                TestContext.Out.WriteLine($"{same.Count(),10}  {same.Key}; {same.First().Body}: '{same.First().Pair.Later}', {same.First().Pair.Reason}");
        }
    }
}
