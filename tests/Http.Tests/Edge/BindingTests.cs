using System.Net.Http.Headers;
using System.Text.Json;
using Pipeline.Http.Tests.Services;

namespace Pipeline.Http.Tests.Edge;

/// <summary>How arguments come in, and what is said of those that do not.</summary>
public sealed class BindingTests
{
    private EdgeHost _edge = null!;

    [OneTimeSetUp]
    public async Task StartAsync() => _edge = await EdgeHost.StartAsync<Shop>();

    [OneTimeTearDown]
    public async Task StopAsync() => await _edge.DisposeAsync();

    [TestCase("add", """{"left":1,"right":5}""", "6")]
    [TestCase("add", """{"right":5,"left":1}""", "6")]
    [TestCase("add", """{"left":1}""", "3")]
    [TestCase("sum_up", """{"all_values":[1,2.5]}""", "3.5")]
    [TestCase("greet", """{"name":"z"}""", "héllo z")]
    [TestCase("greet", """{"name":null}""", "null")]
    [TestCase("raise", """{"item":{"name":"a","quantity":3}}""", """{"name":"a","quantity":4,"parts":null}""")]
    [TestCase("raise", """{"item":{"name":"a"}}""", """{"name":"a","quantity":2,"parts":null}""")]
    [TestCase("nothing", "{}", "null")]
    [TestCase("nothing", "", "null")]
    [TestCase("total", """{"numbers":[1,2,3],"factor":2}""", "12")]
    [TestCase("odd", "{}", """["NaN","-Infinity"]""")]
    [TestCase("size", """{"file":"AAAA"}""", "none: 3")]
    public async Task NamedArguments_ReachTheApi(string path, string body, string expected)
    {
        var answer = await _edge.PostAsync(path, body);
        Assert.That(answer, Is.EqualTo((200, expected)));
    }

    [TestCase("add", "{}", "left", "missing")]
    [TestCase("add", """{"left":"x"}""", "left", "integer")]
    [TestCase("add", """{"left":null}""", "left", "integer")]
    [TestCase("add", """{"left":1.5}""", "left", "integer")]
    [TestCase("add", """{"left":99999999999}""", "left", "integer")]
    [TestCase("add", """{"left":1,"left":2}""", "left", "twice")]
    [TestCase("add", """{"left":1,"middle":2}""", "middle", "not expected")]
    [TestCase("add", """{"Left":1}""", "Left", "not expected")]
    [TestCase("add", """[1,2]""", "$", "JSON object")]
    [TestCase("add", """nonsense""", "$", "valid JSON")]
    [TestCase("add", """{"left":1}}""", "$", "valid JSON")]
    [TestCase("add", """{"left":1,"right":}""", "right", "valid JSON")]
    [TestCase("sum_up", """{"all_values":[1,"x"]}""", "all_values[1]", "wrong type")]
    [TestCase("sum_up", """{"all_values":null}""", "all_values", "null")]
    [TestCase("raise", """{"item":{}}""", "item", "name")]
    [TestCase("raise", """{"item":{"name":"a","colour":1}}""", "item.colour", "nobody declares")]
    [TestCase("raise", """{"item":{"name":null}}""", "item.name", "wrong type")]
    [TestCase("raise", """{"item":{"name":"a","parts":[{"name":"b"},{"name":1}]}}""", "item.parts[1].name", "wrong type")]
    [TestCase("greet", """{"name":"\ud800"}""", "name", "well-formed")]
    [TestCase("order", """{"count":11,"box":{"width":0},"labels":[]}""", "count", "between 1 and 10")]
    [TestCase("order", """{"count":11,"box":{"width":0},"labels":[]}""", "box.width", "between 1 and 100")]
    [TestCase("order", """{"count":1,"box":{"width":1},"labels":[]}""", "labels", "minimum length")]
    [TestCase("order", """{"count":1,"box":{"width":1,"short_name":"A1"},"labels":["a"]}""", "box.short_name", "regular expression")]
    [TestCase("order", """{"count":1,"box":{"width":1,"inner":{"width":101}},"labels":["a"]}""", "box.inner.width", "between 1 and 100")]
    public async Task WrongArgument_IsNamed(string path, string body, string argument, string problem)
    {
        var (status, text) = await _edge.PostAsync(path, body);
        var errors = JsonDocument.Parse(text).RootElement.GetProperty("errors");
        Assert.That(status, Is.EqualTo(400), text);
        Assert.That(errors.TryGetProperty(argument, out var problems) ? problems[0].GetString() : text, Does.Contain(problem));
        Assert.That(text, Does.Not.Contain("System.").And.Not.Contain("Exception"));
    }

    [Test]
    public async Task AllWrongArguments_AreListedAtOnce()
    {
        var (_, text) = await _edge.PostAsync("order", """{"count":"x","weight":1,"box":7}""");
        var errors = JsonDocument.Parse(text).RootElement.GetProperty("errors");
        Assert.That(
            errors.EnumerateObject().Select(static error => error.Name), Is.EquivalentTo(new[] { "count", "weight", "box", "labels" }));
    }

    [Test]
    public async Task UnknownArgument_IsIgnoredWhereConfigured()
    {
        await using var edge = await EdgeHost.StartAsync<Shop>(static options => options.IgnoreUnknown = true);
        Assert.That(await edge.PostAsync("add", """{"left":1,"middle":[{}]}"""), Is.EqualTo((200, "3")));
        Assert.That((await edge.PostAsync("raise", """{"item":{"name":"a","colour":1}}""")).Status, Is.EqualTo(200));
    }

    [TestCase("greet", "text/plain", "z", 200, "héllo z")]
    [TestCase("greet", "text/plain; charset=UTF-8", "z", 200, "héllo z")]
    [TestCase("greet", "text/plain; charset=latin1", "z", 415, "UTF-8")]
    [TestCase("measure", "application/octet-stream", "12345", 200, "5")]
    [TestCase("size?label=\"L\"", "application/octet-stream", "12345", 200, "L: 5")]
    [TestCase("size?label=L", "application/octet-stream", "12345", 200, "L: 5")]
    [TestCase("size?colour=L", "application/octet-stream", "12345", 400, "colour")]
    [TestCase("add", "text/plain", "5", 415, "application/json")]
    [TestCase("add", "application/vnd.bentoml+pickle", "5", 415, "pickle")]
    [TestCase("add", "nonsense", "5", 415, "media type")]
    [TestCase("add", "application/x-www-form-urlencoded", "left=1&right=5", 200, "6")]
    [TestCase("add", "application/x-www-form-urlencoded", "left=x", 400, "left")]
    [TestCase("greet", "application/x-www-form-urlencoded", "name=123", 200, "héllo 123")]
    [TestCase("paint", "application/x-www-form-urlencoded", "colour=1&when=2026-01-31", 200, "0")]
    [TestCase("add", "application/merge+json; charset=utf-8", """{"left":1}""", 200, "3")]
    public async Task Body_IsReadByItsType(string path, string contentType, string body, int status, string expected)
    {
        var answer = await _edge.PostAsync(path, body, contentType);
        Assert.That(answer.Status, Is.EqualTo(status), answer.Body);
        Assert.That(answer.Body, status == 200 ? Is.EqualTo(expected) : Does.Contain(expected));
    }

    [Test]
    public async Task FileInAForm_ReachesTheApi()
    {
        using var form = new MultipartFormDataContent
        {
            { new ByteArrayContent(
                new byte[5]) { Headers = { ContentType = new MediaTypeHeaderValue("application/octet-stream") } }, "file", "a.bin" },
            { new StringContent("\"L\""), "label" },
        };
        using var response = await _edge.Client.PostAsync("size", form);
        Assert.That(await response.Content.ReadAsStringAsync(), Is.EqualTo("L: 5"));
    }

    [Test]
    public async Task Lines_ReachTheApiOneByOne()
    {
        var body = new PushedContent();
        using var request = new HttpRequestMessage(HttpMethod.Post, "total?factor=2") { Content = body };
        var answer = _edge.Client.SendAsync(request);
        await body.WriteAsync("1\n");
        await _edge.Probe.SeenAsync("number 1");
        await body.WriteAsync("20\n");
        await _edge.Probe.SeenAsync("number 20");
        body.End();
        using var response = await answer;
        Assert.That(await response.Content.ReadAsStringAsync(), Is.EqualTo("42"));
    }

    [Test]
    public async Task LineThatCannotBeRead_IsNamed()
    {
        var (status, text) = await _edge.PostAsync("total", "1\n2\n\"x\"\n", "application/x-ndjson");
        Assert.That(status, Is.EqualTo(400), text);
        Assert.That(text, Does.Contain("numbers[2]"));
    }

    [Test]
    public async Task Validation_SeesOptionalAndNestedOnly_WhereSomethingIsDemanded()
    {
        var answer = await _edge.PostAsync("order", """{"count":10,"box":{"width":100,"short_name":"abc"},"labels":["a","b","c"]}""");
        Assert.That(answer, Is.EqualTo((200, "113")));
    }
}
