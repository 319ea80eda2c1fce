using Microsoft.Extensions.DependencyInjection;
using Pipeline.Http.Tests.Services;

namespace Pipeline.Http.Tests.BentoML;

/// <summary>A service of a BentoML server, declared here and called there.</summary>
[Service]
public sealed partial class Scorer
{
    [Api(Idempotent = true)]
    public Task<double> PredictRowAsync(float[] inputData, int topK = 3) => throw new NotSupportedException();

    [Api]
    public Task<string> SummarizeAsync(string text) => throw new NotSupportedException();

    [Api]
    public Task<byte[]> ResizeAsync(byte[] image, int width) => throw new NotSupportedException();

    [Api]
    public IAsyncEnumerable<string> WordsAsync(int count) => throw new NotSupportedException();

    [Api]
    public IAsyncEnumerable<Item> ItemsAsync(int count) => throw new NotSupportedException();

    [Api]
    public Task<int> FailAsync(int status) => throw new NotSupportedException();

    [Api]
    public Task<int> UnheardOfAsync() => throw new NotSupportedException();
}

[Service]
public sealed partial class ScorerUser(Scorer.Proxy scorer)
{
    [Api]
    public Task<double> PredictAsync(float[] data, CancellationToken cancellationToken) =>
        scorer.ToAsync.PredictRow(data, cancellationToken: cancellationToken);
}

public sealed class BentoServerTests
{
    private BentoServer _server = null!;
    private PipelineApp _app = null!;

    private Scorer.Proxy.Async Proxy => _app.GetProxy<Scorer.Proxy>().ToAsync;

    [SetUp]
    public async Task StartAsync()
    {
        _server = await BentoServer.StartAsync();
        _app = await PipelineApp.StartAsync<ScorerUser>(builder =>
        {
            builder.Services.AddHttpTransport();
            builder.Configuration["Pipeline:Services:Scorer:Url"] = _server.Address.ToString();
            builder.Configuration["Pipeline:Services:Scorer:Timeout"] = "1h";
        });
    }

    [TearDown]
    public async Task StopAsync()
    {
        await _app.DisposeAsync();
        await _server.DisposeAsync();
    }

    [Test]
    public async Task Arguments_HaveTheNamesThatTheServerGivesThem()
    {
        Assert.That(await _app.GetProxy<ScorerUser.Proxy>().ToAsync.Predict([1, 2.5f]), Is.EqualTo(3.5));
        Assert.That(
            (_server.Last.ContentType, _server.Last.Body), Is.EqualTo(("application/json", """{"input_data":[1,2.5],"top_k":3}""")));
        Assert.That(_server.Last.Timeout, Does.EndWith("ms"));
    }

    [Test]
    public async Task OneArgumentByPosition_IsTheBody()
    {
        Assert.That(await Proxy.Summarize("žluť"), Is.EqualTo("\uFEFFshort žluť"));
        Assert.That(_server.Last, Is.EqualTo(("text/plain; charset=utf-8", "žluť", _server.Last.Timeout)));
    }

    [Test]
    public async Task File_IsSentInAForm()
    {
        Assert.That(await Proxy.Resize(new byte[5], 640), Is.EqualTo(new byte[] { 1, 2, 3 }));
        Assert.That(_server.Last.Body, Is.EqualTo("640 5 application/octet-stream"));
    }

    [Test]
    public async Task StreamOfText_LosesNoCharacter() =>
        Assert.That(string.Concat(await Proxy.Words(3).ToListAsync()), Is.EqualTo("one žtwo"));

    [Test]
    public async Task StreamOfObjects_IsReadOneByOne() =>
        Assert.That((await Proxy.Items(300).ToListAsync()).Select(static item => item.Quantity), Is.EqualTo(Enumerable.Range(0, 300)));

    [TestCase(400, typeof(ArgumentException), "Field required")]
    [TestCase(404, typeof(MissingMethodException), "no such thing")]
    [TestCase(429, typeof(ServiceOverloadedException), "Scorer")]
    [TestCase(500, typeof(RemoteServiceException), "unexpected error")]
    [TestCase(503, typeof(ServiceUnavailableException), "Runners are not ready.")]
    [TestCase(504, typeof(ServiceTimeoutException), "Scorer.Fail")]
    public void Status_IsAnException(int status, Type exception, string message) =>
        Assert.That(async () => await Proxy.Fail(status), Throws.TypeOf(exception).With.Message.Contains(message));

    [Test]
    public void ApiThatTheServerDoesNotHave_IsNamedWithThoseItHas() =>
        Assert.That(async () => await Proxy.UnheardOf(), Throws.TypeOf<MissingMethodException>().With.Message.Contains("predict_row"));
}
