using System.Net;
using System.Text.Json;
using Pipeline.Tool.Commands;
using Pipeline.Tool.Tracing;
using Spectre.Console.Cli;
using static Pipeline.Tool.Tests.Tracing.Spans;

namespace Pipeline.Tool.Tests.Tracing;

/// <summary><c>pipeline trace</c> over exported spans.</summary>
[TestFixture]
internal sealed class TraceCommandTests
{
    private static readonly string Request = Otlp(
        Span("01", "", "Shop/Buy", 0, 100),
        Span("02", "01", "Store/Get", 10, 40),
        Span("03", "01", "Prices/Get", 10, 90, more: """,{"key":"pipeline.queue.wait","value":{"doubleValue":0.02}}"""));

    private CodeFolder _folder = null!;

    [SetUp]
    public void Create() => _folder = new();

    [TearDown]
    public void Delete() => _folder.Dispose();

    [Test]
    public async Task Trace_OfAFile_DrawsThePathWithSlackAndWaits()
    {
        var run = await RunAsync(Request);

        Assert.That(run.ExitCode, Is.Zero, run.Output);
        Assert.That(run.Output, Does.Contain("Shop/Buy 100.0 ms, 20.0 ms on the path"));
        Assert.That(run.Output, Does.Contain("Store/Get 30.0 ms, slack 50.0 ms"));
        Assert.That(run.Output, Does.Contain("Prices/Get 80.0 ms, 80.0 ms on the path"));
        Assert.That(run.Output, Does.Contain("░").And.Contain("100.0 ms for 130.0 ms of work: 1.30 at a time"));
    }

    [Test]
    public void StandardInput_IsNamedByADash()
    {
        var settings = new CommandApp<ArgumentsCommand>();
        int exitCode = settings.Run(TraceSource.Name(["-", "--top", "2"]));

        Assert.That(exitCode, Is.EqualTo(2), "the dash is no option");
    }

    [Test]
    public async Task Json_HasPathAndCalls()
    {
        var run = await RunAsync(Request, "--json");
        var request = JsonDocument.Parse(run.Output[run.Output.IndexOf('{', StringComparison.Ordinal)..]).RootElement.GetProperty("requests")[0];

        Assert.That(
            request.GetProperty("path").EnumerateArray().Select(static part => $"{part.GetProperty("name")} {part.GetProperty("start")}-{part.GetProperty("end")}"),
            Is.EqualTo(new[] { "Shop/Buy 0-10", "Prices/Get 10-30", "Prices/Get 30-90", "Shop/Buy 90-100" }));
        Assert.That(request.GetProperty("calls").GetArrayLength(), Is.EqualTo(3));
        Assert.That(request.GetProperty("fromTimesAlone").GetBoolean());
    }

    [Test]
    public async Task Html_HasARowForEachCall()
    {
        string page = Path.Combine(_folder.Path, "trace.html");
        var run = await RunAsync(Request, "--html", page);

        Assert.That(run.ExitCode, Is.Zero, run.Output);
        Assert.That(File.ReadAllText(page), Does.Contain("Store/Get").And.Contain("class=\"path\"").And.Not.Contain("http"));
    }

    [Test]
    public async Task Dependences_SayWhatWasPossible()
    {
        string file = _folder.Write("pipeline.dependences.json", """
            {"version":1,"apis":[{"api":"Shop/Buy","calls":[{"callee":"Store/Get","ordinal":0,"needs":[]},{"callee":"Prices/Get","ordinal":0,"needs":[]}]}]}
            """);
        var run = await RunAsync(
            Otlp(Span("01", "", "Shop/Buy", 0, 100), Span("02", "01", "Store/Get", 0, 40), Span("03", "01", "Prices/Get", 40, 100)),
            "--dependences", file);

        Assert.That(run.Output, Does.Contain("1.00 at a time, of 1.67 that were possible"));
    }

    [Test]
    public async Task Lines_AreReadAsTheCollectorWritesThem_AndTheSlowestIsDrawn()
    {
        string other = Request.Replace("0123456789abcdef", "fedcba9876543210", StringComparison.Ordinal).Replace("1700000000100000000", "1700000000110000000", StringComparison.Ordinal);
        var run = await RunAsync($"{Request}\n{other}\n");

        Assert.That(run.Output, Does.Contain("fedcba9876543210").And.Not.Contain("0123456789abcdef0123"));
        Assert.That((await RunAsync($"{Request}\n{other}\n", "--trace", "0123456789abcdef0123456789abcdef")).Output, Does.Contain("0123456789abcdef0123"));
    }

    [TestCase("", "It is empty.")]
    [TestCase("<html>", "It is a page of HTML")]
    [TestCase("{\"a\"", "It is no JSON (line 1, byte ")]
    [TestCase("[]", "It is JSON without spans.")]
    [TestCase("""{"resourceSpans":[]}""", "There is no span in it.")]
    [TestCase("""{"resourceSpans":[{"scopeSpans":[{"spans":[{"name":"x"}]}]}]}""", "A span in it cannot be read")]
    public async Task File_ThatIsSomethingElse_IsRefusedWithAReason(string text, string reason)
    {
        var run = await RunAsync(text);

        Assert.That(run.ExitCode, Is.EqualTo(TraceCommand.FoundNone));
        Assert.That(run.Output, Does.Contain(reason).And.Not.Contain("   at "));
    }

    [Test]
    public async Task File_ThatIsNotThere_SaysWhatToName()
    {
        var run = await ToolRun.RunAsync<TraceCommand>(Path.Combine(_folder.Path, "none.json"));

        Assert.That(run.ExitCode, Is.EqualTo(TraceCommand.FoundNone));
        Assert.That(run.Output, Does.Contain("There is no file"));
    }

    [TestCase(HttpStatusCode.NotFound, "Does the application call MapPipelineDashboard()")]
    [TestCase(HttpStatusCode.Unauthorized, "only for those who have signed in (401)")]
    public async Task Application_ThatDoesNotAnswer_SaysWhy(HttpStatusCode status, string reason)
    {
        await using var server = AnswerServer.Start(status, "");
        var run = await ToolRun.RunAsync<TraceCommand>(server.Address);

        Assert.That(run.ExitCode, Is.EqualTo(TraceCommand.FoundNone));
        Assert.That(run.Output, Does.Contain(reason));
    }

    [Test]
    public async Task Application_ThatRuns_IsAskedForItsTraces()
    {
        await using var server = AnswerServer.Start(HttpStatusCode.OK, Request);
        var run = await ToolRun.RunAsync<TraceCommand>($"{server.Address}/ops/pipeline/");

        Assert.That(run.Output, Does.Contain("Prices/Get"));
        Assert.That(server.Asked, Is.EqualTo(new[] { "/ops/pipeline/traces" }));
    }

    private Task<ToolRun> RunAsync(string text, params string[] arguments) =>
        ToolRun.RunAsync<TraceCommand>(width: int.MaxValue, [_folder.Write("spans.json", text), .. arguments]);

    private sealed class ArgumentsCommand : Command<TraceSettings>
    {
        public override int Execute(CommandContext context, TraceSettings settings, CancellationToken cancellationToken) =>
            settings.Source.Contains("input", StringComparison.Ordinal) ? settings.Top : 0;
    }
}
