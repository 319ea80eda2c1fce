using Microsoft.CodeAnalysis;
using Pipeline.TestKit;

namespace Pipeline.Analyzers.Tests.Rules.Parallelism;

/// <summary>Where two rules have something to say of one call, the one speaks whose fix gains most.</summary>
public class OneReportTests
{
    private const string Loop =
        "foreach (var id in ids) { var x = await _a.ToAsync.Get(id); var y = await _b.ToAsync.Get(id); list.Add(x + y); }";

    private const string Services = "var x = await _a.ToAsync.Get(1); var y = await _b.ToAsync.Get(1); ";

    private const string Request = "list.Add((await _http.GetStringAsync(\"https://a.example/one\")).Length);";

    [TestCase(Loop, "PIPE002", TestName = "{m}(loop over a group)")]
    [TestCase(
        "var (x, y) = await Gather.All(_a.ToAsync.Get(await _b.ToAsync.Get(1)), _b.ToAsync.Get(await _a.ToAsync.Get(2)));",
        "PIPE006",
        TestName = "{m}(group in the arguments of a gather)")]
    [TestCase(Services + Request, "PIPE001", TestName = "{m}(services before a client)")]
    [TestCase(
        "foreach (var id in ids) { var x = await _http.GetStringAsync(\"https://a.example/one\"); var y = await _b.ToAsync.Get(id); list.Add(x.Length + y); }",
        "PIPE010",
        TestName = "{m}(client before a service, in a loop)")]
    public async Task Call_OfSeveralRules_IsReportedOnce(string body, string rule) =>
        Assert.That(await ReportsAsync(body), Is.EqualTo([rule]));

    [TestCase(Loop, "PIPE002", "PIPE001")]
    [TestCase(Services + Request, "PIPE001", "PIPE010")]
    public async Task Rule_ThatIsOff_SilencesNoOther(string body, string off, string rule) =>
        Assert.That(await ReportsAsync(body, off), Is.EqualTo([rule]));

    [Test]
    public async Task Rule_ThatAPragmaTurnsOff_SilencesNoOther() => Assert.That(
        await ReportsAsync($"\n#pragma warning disable PIPE002\n{Loop}\n#pragma warning restore PIPE002\n"), Is.EqualTo(["PIPE001"]));

    [Test]
    public async Task Pragma_ThatEndsBefore_ChangesNothing() => Assert.That(
        await ReportsAsync($"\n#pragma warning disable PIPE002\n#pragma warning restore PIPE002\n{Loop}"), Is.EqualTo(["PIPE002"]));

    private static async Task<IEnumerable<string>> ReportsAsync(string body, string? off = null)
    {
        Compilation compilation = ServiceCompilation.Create($$"""
            using Pipeline;
            using System.Net.Http;
            [Service] public partial class A { [Api(Effect = Effect.Reads)] public int Get(int id) => id; }
            [Service] public partial class B { [Api(Effect = Effect.Reads)] public int Get(int id) => id; }
            [Service]
            public partial class Front(A.Proxy a, B.Proxy b, HttpClient http)
            {
                private readonly A.Proxy _a = a;
                private readonly B.Proxy _b = b;
                private readonly HttpClient _http = http;

                [Api(Effect = Effect.Writes)]
                public async Task<List<int>> RunAsync(int[] ids)
                {
                    var list = new List<int>();
                    {{body}}
                    return list;
                }
            }
            """).WithProxies();
        if (off is not null)
            compilation = compilation.WithOptions(
                compilation.Options.WithSpecificDiagnosticOptions([new(off, ReportDiagnostic.Suppress)]));
        return (await AllAnalyzers.RunAsync(compilation))
            .Where(static report => report.Id is "PIPE001" or "PIPE002" or "PIPE006" or "PIPE010")
            .Select(static report => report.Id)
            .Order(StringComparer.Ordinal);
    }
}
