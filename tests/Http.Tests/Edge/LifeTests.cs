using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Pipeline.Http.Tests.Services;

namespace Pipeline.Http.Tests.Edge;

/// <summary>Deadlines, disconnects, limits, probes and what is served at all.</summary>
public sealed class LifeTests
{
    [TestCase("1500", "00:00:01")]
    [TestCase("2s", "00:00:01")]
    [TestCase("90m", "00:04:")]
    [TestCase(null, "")]
    public async Task Deadline_OfTheCaller_IsTakenUpToTheMost(string? header, string left)
    {
        await using var edge = await EdgeHost.StartAsync<Shop>();
        using var request = new HttpRequestMessage(HttpMethod.Post, "left") { Content = new StringContent("{}", null, "application/json") };
        if (header is not null)
            request.Headers.Add("Pipeline-Timeout", header);
        using var response = await edge.Client.SendAsync(request);
        Assert.That(await response.Content.ReadAsStringAsync(), left is "" ? Is.Empty : Does.StartWith(left));
    }

    [TestCase("soon")]
    [TestCase("-5")]
    [TestCase("0")]
    [TestCase("99999999h")]
    public async Task Deadline_ThatIsNone_IsRefused(string header)
    {
        await using var edge = await EdgeHost.StartAsync<Shop>();
        using var request = new HttpRequestMessage(HttpMethod.Post, "left");
        request.Headers.Add("Pipeline-Timeout", header);
        using var response = await edge.Client.SendAsync(request);
        Assert.That((int)response.StatusCode, Is.EqualTo(400));
        Assert.That(await response.Content.ReadAsStringAsync(), Does.Contain("Pipeline-Timeout"));
    }

    [Test]
    public async Task Deadline_ThatExpires_IsA504()
    {
        await using var edge = await EdgeHost.StartAsync<Shop>();
        using var request = new HttpRequestMessage(HttpMethod.Post, "wait");
        request.Headers.Add("Pipeline-Timeout", "50ms");
        using var response = await edge.Client.SendAsync(request);
        Assert.That((int)response.StatusCode, Is.EqualTo(504), await response.Content.ReadAsStringAsync());
        await edge.Probe.SeenAsync("canceled");
    }

    [Test]
    public async Task Caller_WhoGoesAway_CancelsTheCall()
    {
        await using var edge = await EdgeHost.StartAsync<Shop>();
        using var away = new CancellationTokenSource();
        var call = edge.Client.PostAsync("wait", null, away.Token);
        await edge.Probe.SeenAsync("waiting");
        await away.CancelAsync();
        Assert.That(async () => await call, Throws.InstanceOf<OperationCanceledException>());
        await edge.Probe.SeenAsync("canceled");
        Assert.That(edge.Log.Errors, Is.Empty);
    }

    [Test]
    public async Task FullQueue_IsA429()
    {
        await using var edge = await EdgeHost.StartAsync<Narrow>();
        var first = edge.Client.PostAsync("pass", null);
        await edge.Probe.SeenAsync("inside");
        using var second = await edge.Client.PostAsync("pass", null);
        Assert.That(second.StatusCode, Is.EqualTo(HttpStatusCode.TooManyRequests));
        Assert.That(second.Headers.RetryAfter, Is.Not.Null);
        edge.Probe.Signal("go");
        Assert.That((await first).StatusCode, Is.EqualTo(HttpStatusCode.OK));
    }

    [Test]
    public async Task BodyBeyondTheLimit_IsA413()
    {
        await using var edge = await EdgeHost.StartAsync<Shop>(
            configure: static builder => builder.WebHost.ConfigureKestrel(static kestrel => kestrel.Limits.MaxRequestBodySize = 1000));
        var (status, text) = await edge.PostAsync("sum_up", $$"""{"all_values":[{{string.Join(',', Enumerable.Repeat(1, 1000))}}]}""");
        Assert.That(status, Is.EqualTo(413));
        Assert.That(text, Does.Contain("\"status\":413"));
    }

    [Test]
    public async Task BodyThatIsNotHttp_IsA4xx()
    {
        await using var edge = await EdgeHost.StartAsync<Shop>();
        using var client = new TcpClient();
        await client.ConnectAsync(edge.Address.Host, edge.Address.Port);
        await using var stream = client.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(
            "POST /add HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n{}\r\n"));
        using var reader = new StreamReader(stream);
        Assert.That(await reader.ReadLineAsync(), Does.StartWith("HTTP/1.1 400"));
        Assert.That(edge.Log.Errors, Is.Empty);
    }

    [Test]
    public async Task Probes_SayThatThePipelineRuns()
    {
        await using var edge = await EdgeHost.StartAsync<Shop>();
        foreach (string path in new[] { "livez", "healthz", "readyz" })
        {
            using var response = await edge.Client.GetAsync(path);
            Assert.That(((int)response.StatusCode, await response.Content.ReadAsStringAsync()), Is.EqualTo((200, "\n")), path);
        }
    }

    [Test]
    public async Task Dependency_IsNotServed()
    {
        await using var edge = await EdgeHost.StartAsync<Front>();
        Assert.That(await edge.PostAsync("twice", """{"value":21}"""), Is.EqualTo((200, "42")));
        Assert.That((await edge.PostAsync("double", """{"value":21}""")).Status, Is.EqualTo(404));
        Assert.That(await edge.Client.GetStringAsync("schema.json"), Does.Contain("twice").And.Not.Contain("double"));
    }

    [Test]
    public void Clash_IsAnErrorAtStart()
    {
        Assert.That(static () => EdgeHost.StartAsync<Overloaded>(), Throws.InvalidOperationException.With.Message.Contains(
            "two APIs called Kind").And.Message.Contains("[Api(Name"));
        Assert.That(static () => EdgeHost.StartAsync<SameNames>(), Throws.InvalidOperationException.With.Message.Contains("aB and a_b"));
        Assert.That(
            static () => EdgeHost.StartAsync(Both, static app => { app.MapPipeline<Front>(); app.MapPipeline<Twin>(); }),
            Throws.InvalidOperationException.With.Message.Contains("Front.Twice and Twin.Twice"));
        Assert.That(
            static () => EdgeHost.StartAsync(static builder => builder.Services.AddPipeline<Twin>(), static app => app.MapPipeline<Twin>()),
            Throws.InvalidOperationException.With.Message.Contains("AddHttp"));
    }

    [Test]
    public void ServiceThatIsNoRoot_OrRunsElsewhere_IsNotServed()
    {
        Assert.That(
            static () => EdgeHost.StartAsync(Both, static app => app.MapPipeline<Back>()),
            Throws.InvalidOperationException.With.Message.Contains("Back is not a root"));
        Assert.That(
            static () => EdgeHost.StartAsync<Front>(configure: static builder =>
            {
                builder.Services.AddHttpTransport();
                builder.Configuration["Pipeline:Services:Front:Url"] = "http://127.0.0.1:1";
            }),
            Throws.InvalidOperationException.With.Message.Contains("does not run in this process"));
    }

    [Test]
    public async Task TwoRoots_InGroupsOfTheirOwn_AreBothServed()
    {
        await using var edge = await EdgeHost.StartAsync(Both, static app =>
        {
            app.MapPipeline<Front>();
            app.MapGroup("/twin").MapPipeline<Twin>();
        });
        Assert.That(await edge.PostAsync("twice", """{"value":21}"""), Is.EqualTo((200, "42")));
        Assert.That(await edge.PostAsync("twin/twice", """{"value":21}"""), Is.EqualTo((200, "21")));
    }

    [Test]
    public async Task Conventions_HoldForTheApisAndNotForTheProbes()
    {
        await using var edge = await EdgeHost.StartAsync(
            static builder =>
            {
                Both(builder);
                builder.Services.AddAuthentication(
                    "none").AddScheme<Microsoft.AspNetCore.Authentication.AuthenticationSchemeOptions, NobodyHandler>("none", null);
                builder.Services.AddAuthorization();
            },
            static app => app.MapPipeline<Front>().RequireAuthorization());
        Assert.That((await edge.PostAsync("twice", """{"value":21}""")).Status, Is.EqualTo(401));
        using var schema = await edge.Client.GetAsync("schema.json");
        using var alive = await edge.Client.GetAsync("livez");
        Assert.That((schema.StatusCode, alive.StatusCode), Is.EqualTo((HttpStatusCode.Unauthorized, HttpStatusCode.OK)));
    }

    [TestCase("IgnoreUnknown", "perhaps", "true or false")]
    [TestCase("MaxTimeout", "soon", "a time")]
    [TestCase("FailureDetail", "7", "None, Message or Full")]
    [TestCase("Colour", "red", "is no option")]
    public void Configuration_ThatIsWrong_IsAnErrorAtStart(string key, string value, string message) =>
        Assert.That(
            () => EdgeHost.StartAsync<Twin>(configure: builder => builder.Configuration[$"Pipeline:Http:{key}"] = value),
            Throws.InvalidOperationException.With.Message.Contains(message).And.Message.Contains($"Pipeline:Http:{key}"));

    [Test]
    public async Task Configuration_OverridesCode()
    {
        await using var edge = await EdgeHost.StartAsync<Twin>(
            static options => options.IgnoreUnknown = false,
            configure: static builder => builder.Configuration["Pipeline:Http:IgnoreUnknown"] = "true");
        Assert.That((await edge.PostAsync("twice", """{"value":1,"more":2}""")).Status, Is.EqualTo(200));
    }

    private static void Both(WebApplicationBuilder builder)
    {
        builder.Services.AddPipeline<Front>();
        builder.Services.AddPipeline<Twin>().AddHttp();
    }
}
