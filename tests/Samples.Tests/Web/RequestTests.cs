using System.Net;
using System.Text;

namespace Pipeline.Samples.Tests.Web;

/// <summary>What the web sample's settings do to requests.</summary>
public sealed class RequestTests
{
    private const string Dot = """{"strokes":[{"points":[{"x":0.5,"y":0.5}]}]}""";

    private readonly HttpClient _client = new() { BaseAddress = WebProcess.Address };

    [OneTimeTearDown]
    public void Close() => _client.Dispose();

    [Test]
    public async Task Read_PointOutsideThePad_NamesThePoint()
    {
        var (status, body) = await PostAsync("""{"strokes":[{"points":[{"x":0.5,"y":0.5},{"x":0.5,"y":1.5}]}]}""");

        Assert.That(status, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That(body, Does.Contain("strokes[0].points[1].y"));
    }

    [Test]
    public async Task Read_BodyBeyondTheLimitOfTheSettings_IsTooLarge()
    {
        var (status, _) = await PostAsync($$"""{"strokes":[], "rest": "{{new string('x', 300_000)}}"}""");

        Assert.That(status, Is.EqualTo(HttpStatusCode.RequestEntityTooLarge));
    }

    [Test]
    public async Task Read_Dot_AnswersWithTheDeadlineOfTheCaller()
    {
        var (status, body) = await PostAsync(Dot, "60s");

        Assert.That(status, Is.EqualTo(HttpStatusCode.OK), body);
        Assert.That((await PostAsync(Dot, "soon")).Status, Is.EqualTo(HttpStatusCode.BadRequest));
    }

    [Test]
    public async Task Metrics_AfterACall_HaveItsDuration()
    {
        await PostAsync(Dot);

        string metrics = await _client.GetStringAsync("metrics");
        Assert.That(metrics, Does.Contain("rpc_client_call_duration_seconds_count").And.Contain("pipeline_service=\"Draftsman\""));
    }

    private async Task<(HttpStatusCode Status, string Body)> PostAsync(string json, string? timeout = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "read") { Content = new StringContent(json, Encoding.UTF8, "application/json") };
        if (timeout is not null)
            request.Headers.Add("Pipeline-Timeout", timeout);
        using var response = await _client.SendAsync(request);
        return (response.StatusCode, await response.Content.ReadAsStringAsync());
    }
}
