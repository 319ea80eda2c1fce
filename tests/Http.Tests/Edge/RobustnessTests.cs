using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Pipeline.Http.Tests.Services;

namespace Pipeline.Http.Tests.Edge;

/// <summary>Many callers, slow ones, rude ones.</summary>
public sealed class RobustnessTests
{
    private const string Sum = """{"left":20,"right":22}""";

    [Test]
    public async Task Connections_TwoThousandAtATime_AreAllAnswered()
    {
        await using var edge = await EdgeHost.StartAsync<Shop>();
        var clients = new List<TcpClient>();
        try
        {
            for (int connection = 0; connection < 2000; connection++)
            {
                clients.Add(new());
                await clients[^1].ConnectAsync(edge.Address.Host, edge.Address.Port);
            }

            string[] answers = await Task.WhenAll(clients.Select(client => AskAsync(client)));

            Assert.That(answers, Is.All.EqualTo("HTTP/1.1 200 OK"));
            Assert.That(edge.Log.Errors, Is.Empty);
        }
        finally
        {
            clients.ForEach(static client => client.Dispose());
        }
    }

    [Test]
    public async Task Bodies_ThatDoNotEnd_HoldNobodyUp()
    {
        await using var edge = await EdgeHost.StartAsync<Shop>(configure: static builder => Slow(builder, null));
        PushedContent[] bodies = [.. Enumerable.Range(0, 100).Select(static _ => new PushedContent("application/json"))];
        Task<HttpResponseMessage>[] slow = [.. bodies.Select(body => edge.Client.PostAsync("add", body))];
        foreach (var body in bodies)
            await body.WriteAsync(Sum[..5]);

        Assert.That(await edge.PostAsync("add", Sum), Is.EqualTo((200, "42")));
        Assert.That(slow.Count(static call => call.IsCompleted), Is.Zero);

        foreach (var body in bodies)
        {
            await body.WriteAsync(Sum[5..]);
            body.End();
        }

        Assert.That((await Task.WhenAll(slow)).Select(static answer => answer.StatusCode), Is.All.EqualTo(HttpStatusCode.OK));
    }

    [Test]
    public async Task Body_BelowTheLeastRate_IsA408()
    {
        await using var edge = await EdgeHost.StartAsync<Shop>(
            configure: static builder => Slow(builder, new(bytesPerSecond: 1_000_000, gracePeriod: TimeSpan.FromSeconds(1.5))));
        using var client = new TcpClient();
        await client.ConnectAsync(edge.Address.Host, edge.Address.Port);

        Assert.That(await AskAsync(client, length: 1000), Is.EqualTo("HTTP/1.1 408 Request Timeout"));
        Assert.That(edge.Log.Errors, Is.Empty);
    }

    [Test]
    public async Task Body_OfUnknownLengthBeyondTheLimit_IsA413()
    {
        await using var edge = await EdgeHost.StartAsync<Shop>(
            configure: static builder => builder.WebHost.ConfigureKestrel(static kestrel => kestrel.Limits.MaxRequestBodySize = 1000));
        var body = new PushedContent("application/json");
        await body.WriteAsync($$"""{"name":"{{new string('x', 5000)}}"}""");
        body.End();

        using var answer = await edge.Client.PostAsync("greet", body);

        Assert.That((int)answer.StatusCode, Is.EqualTo(413));
    }

    [Test]
    public async Task Reader_WhoLeavesInMidAnswer_StopsTheStream()
    {
        await using var edge = await EdgeHost.StartAsync<Shop>();
        using (var client = new TcpClient())
        {
            await client.ConnectAsync(edge.Address.Host, edge.Address.Port);
            Assert.That(await AskAsync(client, "ticks", "{}"), Is.EqualTo("HTTP/1.1 200 OK"));
        }

        await edge.Probe.SeenAsync("ticks stopped");
        Assert.That(edge.Log.Errors, Is.Empty);
    }

    [Test]
    public async Task Failure_OffDevelopment_TellsNothingOfTheException(
        [Values("argument", "other")] string how, [Values("*/*", "text/event-stream", "application/x-ndjson")] string accept)
    {
        await using var edge = await EdgeHost.StartAsync<Shop>();

        var (status, text) = await edge.PostAsync("fail", $$"""{"how":"{{how}}"}""", accept: accept);
        Assert.That(status, Is.EqualTo(500));
        Assert.That(text, Does.Not.Contain("secret").And.Not.Contain("Exception").And.Not.Contain("   at "));

        using var request = new HttpRequestMessage(HttpMethod.Post, "items") { Content = new StringContent("""{"count":1,"failure":"secret"}""", null, "application/json") };
        request.Headers.Add("Accept", accept);
        try
        {
            using var answer = await edge.Client.SendAsync(request);
            Assert.That(await answer.Content.ReadAsStringAsync(), Does.Not.Contain("secret").And.Not.Contain("Exception").And.Not.Contain("   at "));
        }
        catch (HttpRequestException) when (accept is "*/*")
        {
            // A raw stream has no place for an error: the connection breaks.
        }
    }

    [TestCase("abc", "abc")]
    [TestCase("\"a b\"", "a b")]
    public async Task IdempotencyKey_OfTheCaller_IsTheIdOfTheCall(string header, string id) =>
        Assert.That(await KeyAsync(header), Is.EqualTo((200, id)));

    [TestCase("\"\"")]
    [TestCase("\"a\"b\"")]
    public async Task IdempotencyKey_ThatIsNone_IsRefused(string header)
    {
        var (status, text) = await KeyAsync(header);
        Assert.That(status, Is.EqualTo(400));
        Assert.That(text, Does.Contain("Idempotency-Key"));
    }

    [Test]
    public async Task IdempotencyKey_LeftOut_IsOneOfTheCallsOwn() => Assert.That((await KeyAsync(null)).Text, Has.Length.EqualTo(32));

    private static async Task<(int Status, string Text)> KeyAsync(string? header)
    {
        await using var edge = await EdgeHost.StartAsync<Keyed>();
        using var request = new HttpRequestMessage(HttpMethod.Post, "key");
        if (header is not null)
            request.Headers.TryAddWithoutValidation("Idempotency-Key", header);
        using var response = await edge.Client.SendAsync(request);
        return ((int)response.StatusCode, await response.Content.ReadAsStringAsync());
    }

    private static void Slow(WebApplicationBuilder builder, MinDataRate? least) =>
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Limits.MinRequestBodyDataRate = least);

    /// <summary>Sends a request and reads the first line of the answer.</summary>
    private static async Task<string> AskAsync(TcpClient client, string api = "add", string body = Sum, int? length = null)
    {
        var stream = client.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(
            $"POST /{api} HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: {length ?? body.Length}\r\n\r\n{body}"));
        using var reader = new StreamReader(stream, leaveOpen: true);
        return await reader.ReadLineAsync() ?? "";
    }
}
