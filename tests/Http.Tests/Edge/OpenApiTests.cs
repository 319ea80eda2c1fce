using System.Text.Json.Nodes;
using Pipeline.Http.Tests.Services;

namespace Pipeline.Http.Tests.Edge;

/// <summary>What a person and a client generator read.</summary>
public sealed class OpenApiTests
{
    [Test]
    public async Task Document_DescribesTheApis_InTheWordsOfTheirUsers()
    {
        await using var edge = await EdgeHost.StartAsync<Shop>();
        var document = JsonNode.Parse(await edge.Client.GetStringAsync("openapi/v1.json"))!;
        var add = document["paths"]!["/add"]!["post"]!;
        Assert.That((string?)add["summary"], Is.EqualTo("Adds two numbers, as Int32."));
        Assert.That((string?)add["responses"]!["200"]!["description"], Is.EqualTo("Their sum."));
        var body = add["requestBody"]!["content"]!["application/json"]!["schema"]!;
        Assert.That((string?)body["properties"]!["left"]!["type"], Is.EqualTo("integer"));
        Assert.That((string?)body["properties"]!["left"]!["description"], Is.EqualTo("The first of the two."));
        Assert.That(body["required"]!.ToJsonString(), Is.EqualTo("""["left"]"""));

        var raise = document["paths"]!["/raise"]!["post"]!;
        Assert.That((string?)raise["responses"]!["200"]!["content"]!["application/json"]!["schema"]!["$ref"], Is.EqualTo(
            "#/components/schemas/Item"));
        Assert.That(document["components"]!["schemas"]!["Item"]!["properties"]!["parts"]!.ToJsonString(), Does.Contain(
            "#/components/schemas/Item"));
        Assert.That(document["paths"]!["/size"]!["post"]!["requestBody"]!["content"]!["multipart/form-data"], Is.Not.Null);
        Assert.That(document["paths"]!["/words"]!["post"]!["responses"]!["200"]!["content"]!["application/x-ndjson"], Is.Not.Null);
        Assert.That(add["responses"]!["429"]!["content"]!["application/problem+json"]!["schema"]!["$ref"], Is.Not.Null);
    }

    [TestCase("Development", 200)]
    [TestCase("Production", 404)]
    public async Task ReferencePage_IsForDevelopment(string environment, int status)
    {
        await using var edge = await EdgeHost.StartAsync<Shop>(environment: environment);
        using var page = await edge.Client.GetAsync("scalar/");
        Assert.That((int)page.StatusCode, Is.EqualTo(status));
    }

    [Test]
    public async Task Document_CanBeSwitchedOff()
    {
        await using var edge = await EdgeHost.StartAsync<Shop>(static options => options.OpenApi = false);
        using var document = await edge.Client.GetAsync("openapi/v1.json");
        Assert.That((int)document.StatusCode, Is.EqualTo(404));
    }
}
