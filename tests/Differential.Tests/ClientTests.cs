using Pipeline.Analyzers.Rules.Parallelism;
using Pipeline.Differential.Clients;
using Pipeline.Differential.Execution;
using Pipeline.Differential.Fixing;
using Pipeline.Differential.Generation;

namespace Pipeline.Differential;

/// <summary>
/// Random clients of a program's own behind interfaces: what PIPE010 lets run together, nobody can tell from what ran in order.
/// </summary>
public class ClientTests
{
    private const int BatchSize = 25;

    private static readonly Strategy[] Strategies = Enum.GetValues<Strategy>();

    private static int Bodies => Math.Max(1, Settings.Bodies / 3);

    private static IEnumerable<int> Seeds => Enumerable.Range(Settings.FirstSeed, Bodies);

    [Test]
    public async Task CodeFix_RandomClients_ChangesNothingButTime()
    {
        var tally = new Tally();
        foreach (var seeds in Seeds.Chunk(BatchSize))
            tally.Add(await BodyProof.ProveAsync(seeds.Select(ClientBodyGenerator.Create), new Stages(), Strategies));

        TestContext.Out.WriteLine($"seeds {Settings.FirstSeed} to {Settings.FirstSeed + Bodies - 1}: {tally}");
        if (tally.Failures is [var first, ..])
        {
            string all = string.Join('\n', tally.Failures);
            Assert.Fail($"{tally.Failures.Count} differences, the first:\n{first.Body.Text}\n{first.What}\n\nAll: {all}");
        }

        Assert.That(tally.Changed, Is.GreaterThan(Bodies / 20), "too few are fixed to prove anything");
    }

    [Test]
    public async Task CallBehindCheck_RandomClients_CanStartEarly()
    {
        var (count, vain) = (0, 0);
        var differences = new List<string>();
        foreach (var seeds in Seeds.Chunk(BatchSize))
        {
            var bodies = seeds.Select(ClientBodyGenerator.Create).ToArray();
            using var project = await BodyProject.CreateAsync(bodies);
            var reports = await project.ReportsAsync(bodies, [new CallBehindCheckAnalyzer()]);
            (BodySource Body, BodySource Early)[] early = [.. bodies.SelectMany(body =>
                reports[body].Select((report, index) => (body, EarlyCall.Start(body, report, $"Early{index}"))))];
            using var batch = BodyBatch.Compile([.. bodies, .. early.Select(static pair => pair.Early)]);
            foreach (var (body, other) in early)
            {
                var (difference, more) = batch.Bodies.Contains(other)
                    ? VainCalls.Compare(batch.Find(body), batch.Find(other))
                    : ("does not compile: " + string.Join('\n', batch.DiagnosticsOf(other)), 0);
                (count, vain) = (count + 1, vain + more);
                if (difference is not null)
                    differences.Add($"{body.TypeName}: {difference}\n{other.Text}");
            }
        }

        TestContext.Out.WriteLine(
            $"seeds {Settings.FirstSeed} to {Settings.FirstSeed + Bodies - 1}: {count} calls behind checks, {vain} runs in vain, "
            + $"{differences.Count} differences");
        Assert.That(differences, Is.Empty, () => differences[0]);
        Assert.That(vain, Is.GreaterThan(0), "no check ever failed");
    }

    [Test]
    public void Create_ManySeeds_EveryBodyCompiles()
    {
        using var batch = BodyBatch.Compile(Enumerable.Range(1, 100).Select(ClientBodyGenerator.Create));

        Assert.That(batch.Bodies, Has.Count.EqualTo(100));
    }
}
