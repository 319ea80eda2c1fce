using System.Text.Json.Nodes;
using Pipeline.Http.Tests.Services;

namespace Pipeline.Http.Tests.BentoML;

/// <summary>What BentoML's Python client (1.4) reads and sends, held against what it was seen to do.</summary>
public sealed class SchemaTests
{
    private EdgeHost _edge = null!;
    private JsonObject _schema = null!;

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        _edge = await EdgeHost.StartAsync<Shop>();
        _schema = (JsonObject)JsonNode.Parse(await _edge.Client.GetStringAsync("schema.json"))!;
    }

    [OneTimeTearDown]
    public async Task StopAsync() => await _edge.DisposeAsync();

    [Test]
    public void Service_IsDescribed()
    {
        Assert.That(((string?)_schema["name"], (string?)_schema["type"]), Is.EqualTo(("Shop", "service")));
        foreach (var route in _schema["routes"]!.AsArray())
        {
            Assert.That((string?)route!["route"], Is.EqualTo($"/{(string?)route["name"]}"));
            Assert.That(((bool?)route["is_task"], (bool?)route["batchable"]), Is.EqualTo((false, false)));
        }
    }

    [Test]
    public void Arguments_AreInTheOrderOfTheParameters_WithTheirTypes()
    {
        var input = Route("order")["input"]!;
        Assert.That(
            input["properties"]!.AsObject().Select(static property => property.Key), Is.EqualTo(new[] { "count", "box", "labels" }));
        Assert.That(input["required"]!.AsArray().Select(static name => (string?)name), Is.EqualTo(new[] { "count", "box", "labels" }));
        Assert.That(
            input["properties"]!.AsObject().Select(static property => (string?)property.Value!["type"]), Is.EqualTo(
                new[] { "integer", "object", "array" }));

        // The client looks for files among the elements of an array.
        Assert.That((string?)input["properties"]!["labels"]!["items"]!["type"], Is.EqualTo("string"));
        Assert.That((string?)input["properties"]!["box"]!["properties"]!["short_name"]!["type"], Is.EqualTo("string"));
    }

    [Test]
    public void OptionalArgument_HasItsDefault()
    {
        var input = Route("add")["input"]!;
        Assert.That(input["required"]!.ToJsonString(), Is.EqualTo("""["left"]"""));
        Assert.That((int?)input["properties"]!["right"]!["default"], Is.EqualTo(2));
        Assert.That(Route("nothing")["input"]!["required"], Is.Null);
        Assert.That(Route("nothing")["input"]!["properties"]!["number"]!.AsObject().ContainsKey("default"));
    }

    [TestCase("add", "integer", null)]
    [TestCase("sum_up", "number", null)]
    [TestCase("greet", "string", null)]
    [TestCase("raise", "object", null)]
    [TestCase("nothing", "null", null)]
    [TestCase("make", "file", null)]
    [TestCase("words", "string", true)]
    [TestCase("items", "object", true)]
    public void Output_HasItsType(string route, string type, bool? isStream)
    {
        var output = Route(route)["output"]!;
        Assert.That(((string?)output["type"], (bool?)output["is_stream"]), Is.EqualTo((type, isStream)));
    }

    [Test]
    public void File_IsATypeOfItsOwn() =>
        Assert.That(Route("size")["input"]!["properties"]!["file"]!.ToJsonString(), Does.Contain("\"type\":\"file\"").And.Contain(
            "\"format\":\"binary\""));

    [Test]
    public void Text_OfTheUsers_IsThere() => Assert.That((string?)Route("add")["doc"], Is.EqualTo("Adds two numbers, as Int32."));

    [Test]
    public async Task CallAsTheClientSendsIt_IsAnswered()
    {
        // Its JSON has spaces and escapes, its content type no charset.
        Assert.That(await _edge.PostAsync("add", """{"left": 1, "right": 5}"""), Is.EqualTo((200, "6")));
        Assert.That(await _edge.PostAsync("greet", "{\"name\": \"\\u017e\"}"), Is.EqualTo((200, "héllo ž")));
    }

    [Test]
    public async Task FormAsTheClientSendsIt_IsAnswered()
    {
        // Values that are no files are JSON.
        using var form = new MultipartFormDataContent { { new StringContent("\"L\""), "label" }, { new ByteArrayContent(
            new byte[5]), "file", "upload.bin" } };
        using var response = await _edge.Client.PostAsync("size", form);
        Assert.That(await response.Content.ReadAsStringAsync(), Is.EqualTo("L: 5"));
    }

    [Test]
    public async Task RawStream_HasAnItemInEachChunk()
    {
        using var client = new System.Net.Sockets.TcpClient();
        await client.ConnectAsync(_edge.Address.Host, _edge.Address.Port);
        await using var stream = client.GetStream();
        await stream.WriteAsync("POST /items HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Type: application/json\r\n"u8.ToArray());
        await stream.WriteAsync("Content-Length: 11\r\n\r\n{\"count\":2}"u8.ToArray());
        using var reader = new StreamReader(stream);
        string answer = await reader.ReadToEndAsync();
        string[] body = answer.Split("\r\n\r\n", 2)[1].Split("\r\n");
        string first = "{\"name\":\"i0\",\"quantity\":0,\"parts\":null}\n";
        Assert.That(body[..2], Is.EqualTo(new[] { first.Length.ToString("x", System.Globalization.CultureInfo.InvariantCulture), first }));
    }

    [Test]
    public async Task Pickle_IsA415()
    {
        var (status, text) = await _edge.PostAsync("add", "\u0080\u0005", "application/vnd.bentoml+pickle");
        Assert.That((status, text.Contains("\"error\":", StringComparison.Ordinal)), Is.EqualTo((415, true)));
    }

    private JsonObject Route(string name) => (JsonObject)_schema["routes"]!.AsArray().Single(route => (string?)route!["name"] == name)!;
}
