using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Pipeline.Generators.Tests.Fuzz;

public sealed class DeclarationFuzzTests
{
    private const int PerCompilation = 150;

    [Test]
    public async Task Generator_RandomDeclarations_CompileOrAreReported()
    {
        int seed = FuzzSeed.Choose();
        var random = new RandomDeclarations(seed);
        int count = FuzzSeed.Count(usual: 2_100);
        int suspicious = 0;
        for (int done = 0; done < count; done += PerCompilation)
        {
            var batch = Enumerable.Range(done, PerCompilation).Select(random.Next).ToList();
            suspicious += batch.Count(declaration => declaration.IsSuspicious);
            var failures = await DeclarationCheck.FindFailuresAsync(batch);
            if (failures.IsEmpty)
                continue;

            await FailAsync(seed, failures);
        }

        TestContext.Out.WriteLine($"{count} declarations, {suspicious} of them with something that may be wrong.");
    }

    private static async Task FailAsync(int seed, ImmutableDictionary<DeclaredService, string> failures)
    {
        var (declaration, reason) = failures.First();
        var smallest = await Shrinker.ShrinkAsync(declaration, async smaller =>
            (await DeclarationCheck.FindFailuresAsync([smaller])).Values.Any(other => Kind(other) == Kind(reason)));
        var reasons = await DeclarationCheck.FindFailuresAsync([smallest]);
        Assert.Fail($"""
            Seed {seed}: {failures.Count} failed, among them
            {smallest}
            {string.Join('\n', reasons.Values)}
            The others:
            {string.Join('\n', failures.Values.Select(reason => reason.Split('\n')[0]).Distinct().Take(20))}
            """);
    }

    /// <summary>The first code in the reason: what is made smaller must not come to fail for another.</summary>
    private static string Kind(string reason) => Regex.Match(reason, "[A-Z]+[0-9]+").Value;
}
