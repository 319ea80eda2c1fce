using System.Net;
using System.Text.Json;
using Pipeline.Http.Tests.Services;

namespace Pipeline.Http.Tests.Edge;

/// <summary>Results, streams and failures as they go out.</summary>
public sealed class AnswerTests
{
    private EdgeHost _edge = null!;

    [OneTimeSetUp]
    public async Task StartAsync() => _edge = await EdgeHost.StartAsync<Shop>();

    [OneTimeTearDown]
    public async Task StopAsync() => await _edge.DisposeAsync();

    [TestCase("greet", """{"name":"z"}""", "text/plain; charset=utf-8")]
    [TestCase("make", """{"size":7}""", "application/octet-stream")]
    [TestCase("add", """{"left":1}""", "application/json; charset=utf-8")]
    public async Task Result_HasItsType(string path, string body, string type)
    {
        using var response = await _edge.Client.PostAsync(path, new StringContent(body, null, "application/json"));
        Assert.That(response.Content.Headers.ContentType?.ToString(), Is.EqualTo(type));
        Assert.That(response.Content.Headers.ContentLength, Is.GreaterThan(0));
    }

    [TestCase(null, "text/event-stream; charset=utf-8", "w0\n w1\n ")]
    [TestCase("*/*", "text/event-stream; charset=utf-8", "w0\n w1\n ")]
    [TestCase("application/x-ndjson", "application/x-ndjson", "\"w0\\n \"\n\"w1\\n \"\n")]
    [TestCase("text/event-stream", "text/event-stream; charset=utf-8", "data: \"w0\\n \"\n\ndata: \"w1\\n \"\n\nevent: end\ndata:\n\n")]
    [TestCase("text/event-stream;q=0.5, application/x-ndjson", "application/x-ndjson", "\"w0\\n \"\n\"w1\\n \"\n")]
    public async Task Stream_FollowsTheAcceptHeader(string? accept, string type, string expected)
    {
        using var request = new HttpRequestMessage(
            HttpMethod.Post, "words")
        { Content = new StringContent("""{"count":2}""", null, "application/json") };
        if (accept is not null)
            request.Headers.Add("Accept", accept);
        using var response = await _edge.Client.SendAsync(request);
        Assert.That(response.Content.Headers.ContentType?.ToString(), Is.EqualTo(type));
        Assert.That(await response.Content.ReadAsStringAsync(), Is.EqualTo(expected));
    }

    [Test]
    public async Task Item_IsSentBeforeTheNextIsMade()
    {
        using var request = new HttpRequestMessage(
            HttpMethod.Post, "ticks")
        { Content = new StringContent("{}", null, "application/json") };
        request.Headers.Add("Accept", "application/x-ndjson");
        var response = await _edge.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        using var lines = new StreamReader(await response.Content.ReadAsStreamAsync());
        Assert.That(await lines.ReadLineAsync(), Is.EqualTo("0"));
        _edge.Probe.Signal("tick 0");
        Assert.That(await lines.ReadLineAsync(), Is.EqualTo("1"));

        // A reader that goes away stops the service.
        response.Dispose();
        _edge.Probe.Signal("tick 1");
        await _edge.Probe.SeenAsync("ticks stopped");
    }

    [TestCase("application/x-ndjson", "{\"error\":{")]
    [TestCase("text/event-stream", "event: error\ndata: {")]
    public async Task FailureInTheMiddle_IsTheLastRecord(string accept, string expected)
    {
        var (status, text) = await _edge.PostAsync("items", """{"count":2,"failure":"secret"}""", accept: accept);
        Assert.That(status, Is.EqualTo(200));
        Assert.That(text, Does.Contain("\"i1\"").And.Contain(expected).And.Not.Contain("secret").And.Not.Contain("event: end"));
    }

    [Test]
    public void FailureInTheMiddle_OfARawStream_BreaksTheConnection() =>
        Assert.That(() => _edge.PostAsync("items", """{"count":2,"failure":"secret"}"""), Throws.InstanceOf<HttpRequestException>());

    [Test]
    public async Task FailureBeforeTheFirstItem_HasAStatus() =>
        Assert.That((await _edge.PostAsync("items", """{"count":0,"failure":"secret"}""")).Status, Is.EqualTo(500));

    [TestCase("half")]
    [TestCase("half_inside")]
    public async Task HalfOfASurrogatePair_IsAnError(string path)
    {
        var (status, text) = await _edge.PostAsync(path, "{}");
        Assert.That(status, Is.EqualTo(500));
        Assert.That(text, Does.Not.Contain("\uFFFD"));
    }

    [TestCase("overloaded", 429, "1")]
    [TestCase("below", 503, "1")]
    [TestCase("unavailable", 503, "7")]
    [TestCase("own", 409, null)]
    [TestCase("argument", 500, null)]
    [TestCase("else", 500, null)]
    public async Task Failure_HasItsStatus_AndTellsNothingElse(string how, int status, string? retryAfter)
    {
        await using var edge = await EdgeHost.StartAsync<Shop>(
            static options => options.StatusOf = static e => e is OutOfStockException ? 409 : null);
        using var response = await edge.Client.PostAsync("fail", new StringContent($$"""{"how":"{{how}}"}""", null, "application/json"));
        string text = await response.Content.ReadAsStringAsync();
        Assert.That(((int)response.StatusCode, response.Headers.RetryAfter?.ToString()), Is.EqualTo((status, retryAfter)));
        Assert.That(response.Content.Headers.ContentType?.ToString(), Is.EqualTo("application/problem+json"));
        Assert.That(text, Does.Not.Contain("secret").And.Not.Contain("Exception").And.Not.Contain("Shop.cs"));
        Assert.That(edge.Log.Errors, status == 500 ? Has.Count.EqualTo(1) : Is.Empty);
    }

    [Test]
    public async Task Failure_InDevelopment_TellsEverything()
    {
        await using var edge = await EdgeHost.StartAsync<Shop>(environment: "Development");
        var (_, text) = await edge.PostAsync("fail", """{"how":"else"}""");
        var failure = JsonDocument.Parse(text).RootElement.GetProperty("failure");
        Assert.That(failure.GetProperty("message").GetString(), Is.EqualTo("secret"));
        Assert.That(failure.GetProperty("stackTrace").GetString(), Does.Contain("Shop"));
    }

    [Test]
    public async Task UnknownPath_AndWrongMethod_HaveTheirStatus()
    {
        Assert.That((await _edge.PostAsync("no_such", "{}")).Status, Is.EqualTo(404));
        using var response = await _edge.Client.GetAsync("add");
        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.MethodNotAllowed));
    }
}
