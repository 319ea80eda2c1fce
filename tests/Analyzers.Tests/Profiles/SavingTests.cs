using System.Globalization;
using Pipeline.TestKit;

namespace Pipeline.Analyzers.Tests.Profiles;

/// <summary>What the reports say that they would save, where a profile has measured the calls.</summary>
public class SavingTests
{
    private const string Profile = """
        {
          "version": 1,
          "apis": [
            {
              "api": "Front/Run", "count": 9, "p50": 131.2, "p95": 200, "own": 24,
              "callees": [
                { "callee": "A/Get", "calls": 1, "p50": 43, "p95": 50 },
                { "callee": "A/Find", "calls": 1, "p50": 43, "p95": 50 },
                { "callee": "B/Get", "calls": 1, "p50": 60, "p95": 70 },
                { "callee": "C/Get", "calls": 5.5, "p50": 4.2, "p95": 5 }
              ]
            }
          ]
        }
        """;

    [TestCase("return await _a.ToAsync.Get(id) + await _b.ToAsync.Get(id);", "PIPE001", "(2 calls in sequence, 1 needed) (saves about 43 of 131 ms)")]
    [TestCase(
        "var a = await _a.ToAsync.Get(id); var b = await _b.ToAsync.Get(a); var c = await _c.ToAsync.Get(id); return a + b + c;",
        "PIPE001",
        "(3 calls in sequence, 2 needed) (saves about 4.2 of 131 ms)")]
    [TestCase(
        "var all = new List<int>(); foreach (var one in new[] { 1, 2, 3 }) all.Add(await _c.ToAsync.Get(one)); return all.Count;",
        "PIPE002",
        "with Gather.Each (saves about 19 of 131 ms)")]
    [TestCase(
        "var one = await _http.GetStringAsync(\"https://a.example/one\"); var two = await _http.GetStringAsync(\"https://a.example/two\"); return one.Length + two.Length;",
        "PIPE010",
        "(2 calls in sequence, 1 needed) (saves at most 12 of 131 ms)")]
    [TestCase(
        "var all = new List<string>(); foreach (var one in new[] { 1, 2 }) all.Add(await _http.GetStringAsync($\"/rates/{one}\")); return all.Count;",
        "PIPE010",
        "the iterations together (saves at most 24 of 131 ms)")]
    [TestCase(
        "var a = await _a.ToAsync.Find(id) ?? throw new KeyNotFoundException(); var b = await _b.ToAsync.Get(id); return a.Length + b;",
        "PIPE014",
        "called in vain (saves about 43 of 131 ms)")]
    [TestCase(
        "var a = await _a.ToAsync.Find(id) ?? throw new KeyNotFoundException(); var b = await _http.GetStringAsync(\"https://a.example/two\"); return a.Length + b.Length;",
        "PIPE014",
        "called in vain (saves at most 24 of 131 ms)")]
    public async Task Report_OnMeasuredCalls_EndsWithWhatItSaves(string body, string id, string end) =>
        Assert.That(await MessageAsync(body, id, Profile), Does.EndWith(end));

    [TestCase("return await _a.ToAsync.Get(id) + await _b.ToAsync.Get(id);", "PIPE001")]
    public async Task Report_WithoutAProfile_SaysNothingOfIt(string body, string id) =>
        Assert.That(await MessageAsync(body, id, profile: null), Does.EndWith("needed)"));

    [TestCase("{}", TestName = "bad")]
    [TestCase("""{"version": 1, "apis": [{"api": "Front/Other", "p50": 1, "own": 1, "callees": []}]}""", TestName = "of another API")]
    [TestCase("""{"version": 1, "apis": [{"api": "Front/Run", "p50": 100, "own": 1, "callees": [{"callee": "A/Get", "calls": 1, "p50": 50}]}]}""", TestName = "without one of the calls")]
    public async Task Report_WithAProfileThatDoesNotKnowTheCalls_SaysNothingOfIt(string profile) => Assert.That(
        await MessageAsync("return await _a.ToAsync.Get(id) + await _b.ToAsync.Get(id);", "PIPE001", profile), Does.EndWith("needed)"));

    private static async Task<string> MessageAsync(string body, string id, string? profile)
    {
        var compilation = ServiceCompilation.Create($$"""
            using Pipeline;
            using System.Net.Http;
            [Service] public partial class A { [Api(Effect = Effect.Reads)] public int Get(int id) => id; [Api(Effect = Effect.Reads)] public string? Find(int id) => null; }
            [Service] public partial class B { [Api(Effect = Effect.Reads)] public int Get(int id) => id; }
            [Service] public partial class C { [Api(Effect = Effect.Reads)] public int Get(int id) => id; }
            [Service]
            public partial class Front(A.Proxy a, B.Proxy b, C.Proxy c, HttpClient http)
            {
                private readonly A.Proxy _a = a;
                private readonly B.Proxy _b = b;
                private readonly C.Proxy _c = c;
                private readonly HttpClient _http = http;
                [Api] public async Task<int> RunAsync(int id) { {{body}} }
            }
            """).WithProxies();
        return (await AllAnalyzers.RunAsync(compilation, profile: profile)).Single(diagnostic => diagnostic.Id == id)
            .GetMessage(CultureInfo.InvariantCulture);
    }
}
