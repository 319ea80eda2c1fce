using System.Globalization;
using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Pipeline.Http.Tests.Services;
using Pipeline.Traces;

namespace Pipeline.Http.Tests.Dashboard;

public sealed class DashboardTests
{
    [Test]
    public async Task Page_IsServedWithAllThatItLoads()
    {
        await using var edge = await StartAsync();
        using var page = await edge.Client.GetAsync("pipeline");
        string html = await page.Content.ReadAsStringAsync();

        Assert.That(page.RequestMessage!.RequestUri!.AbsolutePath, Is.EqualTo("/pipeline/"), "addresses in it are relative");
        Assert.That(page.Content.Headers.ContentType!.ToString(), Is.EqualTo("text/html; charset=utf-8"));
        Assert.That(page.Headers.GetValues("Content-Security-Policy").Single(), Does.StartWith("default-src 'none'"));
        Assert.That(html, Does.Contain("page.css").And.Contain("page.js").And.Not.Contain("://"));
        Assert.That(await edge.Client.GetStringAsync("pipeline/page.js"), Does.Contain("EventSource").And.Not.Contain("https:"));
        Assert.That(await edge.Client.GetStringAsync("pipeline/page.css"), Does.Contain("light-dark"));
    }

    [Test]
    public async Task Services_AreTheGraph()
    {
        await using var edge = await StartAsync();
        var services = await ReadAsync(edge, "pipeline/services");

        Assert.That(services[0].GetProperty("name").GetString(), Is.EqualTo("Shop"));
        Assert.That(services[0].GetProperty("here").GetBoolean());
    }

    [Test]
    public async Task Request_IsToldWithThePulse_AndShownWithItsPath()
    {
        await using var edge = await StartAsync();
        await edge.PostAsync("add", """{"left": 1}""");
        var pulse = await PulseAsync(edge);
        var line = pulse.GetProperty("requests")[0];
        var request = await ReadAsync(edge, $"pipeline/requests/{line.GetProperty("trace")}/{line.GetProperty("span")}");

        Assert.That(line.GetProperty("name").GetString(), Is.EqualTo("Shop/Add"));
        Assert.That(request.GetProperty("calls")[0].GetProperty("name").GetString(), Is.EqualTo("Shop/Add"));
        Assert.That(request.GetProperty("path").GetArrayLength(), Is.EqualTo(1));
        Assert.That(pulse.GetProperty("apis")[0].GetProperty("callees")[0].GetProperty("share").GetDouble(), Is.EqualTo(1));
    }

    [Test]
    public async Task WhatIf_IsAnswered()
    {
        await using var edge = await StartAsync();
        await edge.PostAsync("add", """{"left": 1}""");
        var answer = await ReadAsync(edge, "pipeline/what-if?api=Shop/Add&callee=Shop/Add&factor=2");

        Assert.That(
            answer.GetProperty("after").GetProperty("p50").GetDouble(),
            Is.EqualTo(answer.GetProperty("before").GetProperty("p50").GetDouble() / 2).Within(0.001));
    }

    [Test]
    public async Task WhatIf_APairTogether_IsOfferedAndAnswered()
    {
        await using var edge = await StartAsync();
        var traces = edge.Container.GetRequiredService<PipelineTraces>();
        traces.Record(Sequence());
        var api = (await PulseAsync(edge)).GetProperty("apis").EnumerateArray().Single();
        var pair = api.GetProperty("sequences").EnumerateArray().Single();
        string query = $"caller={pair.GetProperty("caller")}&first={pair.GetProperty("first")}&second={pair.GetProperty("second")}";
        var answer = await ReadAsync(edge, $"pipeline/what-if?api=R/Run&{query}");

        Assert.That(query, Is.EqualTo("caller=R/Run&first=A/Run&second=B/Run"));
        Assert.That(answer.GetProperty("before").GetProperty("p50").GetDouble(), Is.EqualTo(7000));
        Assert.That(answer.GetProperty("after").GetProperty("p50").GetDouble(), Is.EqualTo(4000));
        Assert.That(
            answer.GetProperty("computing").GetProperty("p50").GetDouble(),
            Is.EqualTo(answer.GetProperty("processors").GetInt32() > 1 ? 4000 : 7000));
    }

    [Test]
    public async Task Pulse_WithDependences_SaysWhatWaitedInVain([Values] bool isNeeded)
    {
        await using var edge = await StartAsync();
        var written = new ApiDependences
        {
            Name = "R/Run",
            Calls =
            [
                new() { Callee = "A/Run", Ordinal = 0, File = "R.cs", Line = 7 },
                new() { Callee = "B/Run", Ordinal = 0, File = "R.cs", Line = 8, Needs = isNeeded ? [0] : [] },
            ],
        };
        edge.Container.GetRequiredService<PipelineTraces>().Record(Sequence(new([written])));
        var api = (await PulseAsync(edge)).GetProperty("apis").EnumerateArray().Single();

        Assert.That(api.GetProperty("sequences")[0].GetProperty("needed").GetBoolean(), Is.EqualTo(isNeeded));
        Assert.That(
            api.GetProperty("missed").EnumerateArray()
                .Select(static missed => $"{missed.GetProperty("file")}:{missed.GetProperty("line")}"),
            Is.EqualTo(isNeeded ? Array.Empty<string>() : ["R.cs:8"]));
    }

    [Test]
    public async Task WhatIf_CachedWhole_TakesNoTime()
    {
        await using var edge = await StartAsync();
        await edge.PostAsync("add", """{"left": 1}""");
        var answer = await ReadAsync(edge, "pipeline/what-if?api=Shop/Add&callee=Shop/Add&hits=1&slots=2&together=Shop/Add");

        Assert.That(answer.GetProperty("after").GetProperty("p50").GetDouble(), Is.Zero);
        Assert.That(answer.GetProperty("requests").GetInt32(), Is.EqualTo(1));
    }

    [Test]
    public async Task Traces_AreSpansAsOthersReadThem()
    {
        await using var edge = await StartAsync();
        await edge.PostAsync("add", """{"left": 1}""");
        var spans = (await ReadAsync(edge, "pipeline/traces")).GetProperty("resourceSpans")[0].GetProperty("scopeSpans")[0].GetProperty("spans");

        Assert.That(spans.GetArrayLength(), Is.EqualTo(1));
        Assert.That(spans[0].GetProperty("name").GetString(), Is.EqualTo("Shop/Add"));
        Assert.That(spans[0].GetProperty("traceId").GetString(), Has.Length.EqualTo(32));
        Assert.That(
            long.Parse(spans[0].GetProperty("endTimeUnixNano").GetString()!, CultureInfo.InvariantCulture),
            Is.GreaterThan(long.Parse(spans[0].GetProperty("startTimeUnixNano").GetString()!, CultureInfo.InvariantCulture)));
    }

    [TestCase("what-if?api=Nobody/Nothing&factor=2", HttpStatusCode.BadRequest)]
    [TestCase("what-if?api=Shop/Add&callee=Shop/Add&hits=1.5", HttpStatusCode.BadRequest)]
    [TestCase("what-if?api=Shop/Add&callee=Shop/Add&slots=0", HttpStatusCode.BadRequest)]
    [TestCase("what-if?api=Shop/Add&factor=0", HttpStatusCode.BadRequest)]
    [TestCase("what-if?api=Shop/Add&factor=NaN", HttpStatusCode.BadRequest)]
    [TestCase("what-if?api=Shop/Add&caller=Shop/Add&first=A/B", HttpStatusCode.BadRequest)]
    [TestCase("what-if?api=Shop/Add&first=A/B&second=B/C", HttpStatusCode.BadRequest)]
    [TestCase("requests/none/none", HttpStatusCode.NotFound)]
    public async Task NonsenseAsked_IsRefused(string asked, HttpStatusCode status)
    {
        await using var edge = await StartAsync();
        await edge.PostAsync("add", """{"left": 1}""");
        using var answer = await edge.Client.GetAsync($"pipeline/{asked}");

        Assert.That(answer.StatusCode, Is.EqualTo(status));
    }

    [TestCase("X-Forwarded-For", "10.1.2.3")]
    [TestCase("Forwarded", "for=10.1.2.3")]
    [TestCase("Host", "somewhere.example")]
    public async Task Caller_WhoMayBeElsewhere_FindsNothing(string header, string value)
    {
        await using var edge = await StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, "pipeline/services");
        request.Headers.TryAddWithoutValidation(header, value);
        using var answer = await edge.Client.SendAsync(request);

        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
    }

    [Test]
    public async Task Caller_FromElsewhere_IsLetInWhereThatIsSaid()
    {
        await using var edge = await StartAsync(static dashboard => dashboard.AllowAnonymous());
        using var request = new HttpRequestMessage(HttpMethod.Get, "pipeline/services");
        request.Headers.TryAddWithoutValidation("X-Forwarded-For", "10.1.2.3");
        using var answer = await edge.Client.SendAsync(request);

        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.OK));
    }

    [Test]
    public void Container_WithoutTraces_SaysWhatToAdd() => Assert.That(
        () => EdgeHost.StartAsync(
            static builder => builder.Services.AddPipeline<Shop>().AddHttp(), static app => app.MapPipelineDashboard()),
        Throws.InvalidOperationException.With.Message.Contains("AddPipelineTraces"));

    private static Task<EdgeHost> StartAsync(Action<IEndpointConventionBuilder>? configure = null) => EdgeHost.StartAsync(
        static builder =>
        {
            builder.Services.AddPipeline<Shop>().AddHttp();
            builder.Services.AddPipelineTraces();
        },
        app =>
        {
            app.MapPipeline<Shop>();
            var dashboard = app.MapPipelineDashboard();
            configure?.Invoke(dashboard);
        });

    // R does something for a second, calls A for three, and then B for three.
    private static RequestTrace Sequence(CallDependences? dependences = null) => new(
        "0123456789abcdef0123456789abcdef",
        DateTimeOffset.UnixEpoch,
        Call("R", 0, 7, Call("A", 1, 3), Call("B", 4, 3)),
        dependences);

    private static TracedCall Call(string service, int start, int duration, params TracedCall[] calls) => new()
    {
        Service = service,
        Api = "Run",
        SpanId = service,
        Start = TimeSpan.FromSeconds(start),
        Duration = TimeSpan.FromSeconds(duration),
        Calls = calls,
    };

    private static async Task<JsonElement> ReadAsync(EdgeHost edge, string path) =>
        JsonDocument.Parse(await edge.Client.GetStringAsync(path)).RootElement;

    // Once a request is there, the first pulse has it.
    private static async Task<JsonElement> PulseAsync(EdgeHost edge)
    {
        await using var events = await edge.Client.GetStreamAsync("pipeline/events");
        using var lines = new StreamReader(events);
        string? line = await lines.ReadLineAsync();
        return JsonDocument.Parse(line!["data: ".Length..]).RootElement;
    }
}
