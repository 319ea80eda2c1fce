using System.Text.Json;

namespace Pipeline.Tool.Tests;

/// <summary>A folder of C# files that never heard of Pipeline.</summary>
[TestFixture]
internal sealed class ScanTests
{
    private CodeFolder _folder = null!;

    [SetUp]
    public void Create()
    {
        _folder = new();
        _folder.Write("src/Pages.cs", CodeFolder.Pages);
    }

    [TearDown]
    public void Delete() => _folder.Dispose();

    [Test]
    public async Task Scan_OfAFolder_ListsThePlaceWithItsReason()
    {
        var run = await ToolRun.ScanAsync(_folder.Path);

        Assert.That(run.ExitCode, Is.Zero, run.Output);
        Assert.That(run.Output, Does.Contain("1. src/Pages.cs:8 suggestion"));
        Assert.That(run.Output, Does.Contain("PIPE010: 'http.GetStringAsync' does not need the result of 'http.GetStringAsync'"));
        Assert.That(run.Output, Does.Contain("1 place(s) in 1 project(s)."));
    }

    [TestCase("suggestion", ExpectedResult = 1)]
    [TestCase("warning", ExpectedResult = 0)]
    public async Task<int> FailOn_DecidesTheExitCode(string severity) =>
        (await ToolRun.ScanAsync(_folder.Path, "--fail-on", severity)).ExitCode;

    [Test]
    public async Task Scan_WithAProfile_ListsWhatSavesMostFirst()
    {
        _folder.Write("src/Shop.cs", """
            using System.Net.Http;
            using System.Threading.Tasks;
            using Pipeline;

            [Service]
            public partial class Shop(HttpClient http)
            {
                [Api]
                public async Task<int> BuyAsync()
                {
                    var rates = await http.GetStringAsync("https://example.org/rates");
                    var stock = await http.GetStringAsync("https://example.org/stock");
                    return rates.Length + stock.Length;
                }
            }
            """);
        string profile = _folder.Write("measured.json", """
            { "version": 1, "apis": [{ "api": "Shop/Buy", "count": 1, "p50": 100, "p95": 100, "own": 90.4, "callees": [] }] }
            """);
        var (sarif, html) = (Path.Combine(_folder.Path, "scan.sarif"), Path.Combine(_folder.Path, "scan.html"));
        string runtime = Path.GetDirectoryName(typeof(PipelineApp).Assembly.Location)!;

        var without = await ToolRun.ScanAsync(_folder.Path, "--references", runtime);
        var run = await ToolRun.ScanAsync(
            _folder.Path, "--references", runtime, "--profile", profile, "--sarif", sarif, "--html", html);

        Assert.That(without.Output, Does.Contain("1. src/Pages.cs:8 suggestion").And.Not.Contain("saves"));
        Assert.That(run.Output, Does.Contain("1. src/Shop.cs:11 suggestion 45.2 ms").And.Contain("(saves at most 45 of 100 ms)"));
        var first = JsonDocument.Parse(File.ReadAllText(sarif)).RootElement.GetProperty("runs")[0].GetProperty("results")[0];
        Assert.That(first.GetProperty("properties").GetProperty("savesMilliseconds").GetDouble(), Is.EqualTo(45.2));
        Assert.That(File.ReadAllText(html), Does.Contain("src/Shop.cs:11 <span class=\"saves\">45.2 ms</span>"));
        Assert.That((await ToolRun.ScanAsync(_folder.Path, "--profile", "nowhere.json")).ExitCode, Is.Not.Zero);
    }

    [Test]
    public async Task Scan_WhereAPragmaSwitchesTheRuleOff_FindsNothing()
    {
        _folder.Write("src/Pages.cs", "#pragma warning disable PIPE010\n" + CodeFolder.Pages);

        var run = await ToolRun.ScanAsync(_folder.Path, "--fail-on", "suggestion");

        Assert.That(run.ExitCode, Is.Zero, run.Output);
    }

    [Test]
    public async Task Scan_OfBuildOutput_LooksAwayFromIt()
    {
        _folder.Write("obj/Copy.cs", CodeFolder.Pages.Replace("Pages", "Copies", StringComparison.Ordinal));

        var run = await ToolRun.ScanAsync(_folder.Path);

        Assert.That(run.Output, Does.Contain("1 place(s)").And.Not.Contain("Copy.cs"));
    }

    [Test]
    public async Task Sarif_HasRuleAndPlace()
    {
        string file = Path.Combine(_folder.Path, "scan.sarif");
        await ToolRun.ScanAsync(_folder.Path, "--sarif", file);

        using var sarif = JsonDocument.Parse(await File.ReadAllTextAsync(file));
        var run = sarif.RootElement.GetProperty("runs")[0];
        var result = run.GetProperty("results")[0];
        var place = result.GetProperty("locations")[0].GetProperty("physicalLocation");
        Assert.That(sarif.RootElement.GetProperty("version").GetString(), Is.EqualTo("2.1.0"));
        var rule = run.GetProperty("tool").GetProperty("driver").GetProperty("rules")[0];
        Assert.That(rule.GetProperty("id").GetString(), Is.EqualTo("PIPE010"));
        Assert.That(result.GetProperty("level").GetString(), Is.EqualTo("note"));
        Assert.That(place.GetProperty("artifactLocation").GetProperty("uri").GetString(), Is.EqualTo("src/Pages.cs"));
        Assert.That(place.GetProperty("region").GetProperty("startLine").GetInt32(), Is.EqualTo(8));
        Assert.That(result.GetProperty("relatedLocations").GetArrayLength(), Is.EqualTo(1));
    }

    [Test]
    public async Task Html_ShowsTheCodeBeforeAndAfter()
    {
        string file = Path.Combine(_folder.Path, "scan.html");
        await ToolRun.ScanAsync(_folder.Path, "--html", file);

        string page = await File.ReadAllTextAsync(file);
        Assert.That(page, Does.Contain("<pre class=\"before\">var rates = await http.GetStringAsync("));
        Assert.That(page, Does.Contain("(&quot;https://example.org/&lt;rates&gt;&quot;)"));
        Assert.That(page, Does.Contain("await Task.WhenAll((Task)ratesTask, stockTask)"));
    }

    [Test]
    public async Task Fix_WritesCodeInWhichNothingIsFoundAnyMore()
    {
        await ToolRun.ScanAsync(_folder.Path, "--fix");
        string text = await File.ReadAllTextAsync(Path.Combine(_folder.Path, "src/Pages.cs"));
        var again = await ToolRun.ScanAsync(_folder.Path);

        Assert.That(text, Does.Contain("await Task.WhenAll((Task)ratesTask, stockTask)"));
        Assert.That(again.Output, Does.Contain("0 place(s)"));
    }

    [Test]
    public async Task Scan_OfWhatIsNotThere_SaysSo()
    {
        var run = await ToolRun.ScanAsync(Path.Combine(_folder.Path, "nowhere"));

        Assert.That(run.ExitCode, Is.Not.Zero);
        Assert.That(run.Output, Does.Contain("is neither a file nor a folder"));
    }
}
