using System.Globalization;
using Pipeline.TestKit;

namespace Pipeline.Analyzers.Tests.Rules.Parallelism;

/// <summary>PIPE017: one report for all that is wrong with a profile.</summary>
public class ProfileIgnoredTests
{
    private const string Source = """
        using Pipeline;
        [Service] public partial class Shop { [Api] public int Buy(int id) => id; [Api(Name = "sell")] public Task<int> SellAsync(int id) => Task.FromResult(id); }
        """;

    [TestCase("", "it is no JSON: character 1 is not expected there")]
    [TestCase("""{"version": 1, "apis": [""", "it is no JSON: character 25 is not expected there")]
    [TestCase("[]", "it is JSON of another form")]
    [TestCase("""{"version": 1}""", "it is JSON of another form")]
    [TestCase("""{"version": 2, "apis": []}""", "its version is 2, and 1 is read")]
    [TestCase("""{"version": 1, "apis": [{"api": "Shop/Buy", "p50": "long", "own": 1, "callees": []}]}""", "it is JSON of another form")]
    [TestCase("""{"version": 1, "apis": [{"api": "Shop/Order", "p50": 1, "own": 1, "callees": []}]}""", "it tells of 'Shop/Order', which is not there any more")]
    [TestCase(
        """{"version": 1, "apis": [{"api": "Shop/B", "p50": 1, "own": 1, "callees": []}, {"api": "Shop/A", "p50": 1, "own": 1, "callees": []}]}""",
        "it tells of 'Shop/A', 'Shop/B', which are not there any more")]
    public async Task Profile_ThatCannotBeUsed_IsReportedOnce(string profile, string reason) => Assert.That(
        await RunAsync(profile), Is.EqualTo(new[] { $"'pipeline.profile.json' is ignored: {reason}; record it again" }));

    [TestCase("""{"version": 1, "apis": []}""")]
    [TestCase("""{"version": 1, "recorded": "2026-01-01", "apis": [{"api": "Shop/Buy", "p50": 1.5e1, "own": 1, "callees": []}, {"api": "Shop/sell", "p50": 1, "own": 1, "callees": []}]}""")]
    [TestCase("""{"version": 1, "apis": [{"api": "Elsewhere/Order", "p50": 1, "own": 1, "callees": []}]}""")]
    public async Task Profile_ThatFits_IsNot(string profile) => Assert.That(await RunAsync(profile), Is.Empty);

    private static async Task<string[]> RunAsync(string profile) =>
    [
        .. (await AllAnalyzers.RunAsync(ServiceCompilation.Create(Source).WithProxies(), profile: profile))
            .Where(static diagnostic => diagnostic.Id is "PIPE017")
            .Select(static diagnostic => diagnostic.GetMessage(CultureInfo.InvariantCulture)),
    ];
}
