using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using Pipeline.CompilerServices;
using Pipeline.Integration.Tests.Calls;

namespace Pipeline.Integration.Tests.Documentation;

/// <summary>What docs/resilience.md shows is what runs: its services, with exactly its configuration.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed partial class ResiliencePageTests : IDisposable
{
    private readonly FakeTimeProvider _time = new();
    private readonly LogLines _log = new();

    public void Dispose() => _log.Dispose();

    [Test]
    public void Code_OfThePage_IsThatOfTheseTests() => Assert.That(ResiliencePage.Services, Does.EndWith(ResiliencePage.CSharp));

    [TestCase("Retry", "RetryOptions")]
    [TestCase("CircuitBreaker", "CircuitBreakerOptions")]
    [TestCase("Hedging", "HedgingOptions")]
    public void Defaults_OfThePage_AreThoseOfTheRuntime(string strategy, string type)
    {
        var options = typeof(PipelineApp).Assembly.GetType($"Pipeline.Calls.{type}", throwOnError: true)!;
        object defaults = Activator.CreateInstance(options)!;
        JsonProperty[] shown = [.. Find(JsonDocument.Parse(ResiliencePage.Configuration).RootElement, strategy).EnumerateObject()];

        Assert.That(shown, Is.Not.Empty);
        Assert.That(
            shown.Select(static key => $"{key.Name} {key.Value}"),
            Is.EqualTo(shown.Select(key => $"{key.Name} {Text(options.GetProperty(key.Name)!.GetValue(defaults))}")));
    }

    [Test]
    public async Task Retry_OfThePage_TriesAgainTwice()
    {
        var server = new Server(static (number, _) => Task.FromResult(number < 3 ? HttpStatusCode.BadGateway : HttpStatusCode.OK));
        await using var app = await StartAsync<Model>(services => services.AddSingleton(server.CreateClient()));
        var start = _time.GetUtcNow();

        Assert.That(await PassUntilEndedAsync(app.GetProxy<Model.Proxy>().ToAsync.Predict("row")), Is.EqualTo("found"));
        Assert.That(server.Requests, Is.EqualTo(3));
        Assert.That(_time.GetUtcNow() - start, Is.GreaterThanOrEqualTo(TimeSpan.FromSeconds(0.3)));
        Assert.That(_log.All.Take(2).Select(Timeless), Is.EqualTo(Lines(2).Take(2).Select(Timeless)));
    }

    [Test]
    public async Task EmptyResilience_OfThePage_LeavesTheApiAlone()
    {
        var server = new Server(static (_, _) => throw new HttpRequestException("down"));
        await using var app = await StartAsync<Model>(services => services.AddSingleton(server.CreateClient()));

        await Assert.ThrowsAsync<HttpRequestException>(() => app.GetProxy<Model.Proxy>().ToAsync.Learn("row"));
        Assert.That(server.Requests, Is.EqualTo(1));
    }

    [Test]
    public async Task CircuitBreaker_OfThePage_OpensAtAHundredAttemptsForFiveSeconds()
    {
        var server = new Server(static (_, _) => throw new HttpRequestException("down"));
        await using var app = await StartAsync<Model>(services => services.AddSingleton(server.CreateClient()));
        var model = app.GetProxy<Model.Proxy>();
        var calls = Enumerable.Range(0, 100).Select(_ => model.ToAsync.Predict("row")).ToArray();

        var rejected = (await Assert.ThrowsAsync<ServiceUnavailableException>(() => model.ToAsync.Predict("row")))!;
        Assert.That(rejected.Message, Is.EqualTo(Lines(1).Single()));
        Assert.That(rejected.RetryAfter, Is.EqualTo(TimeSpan.FromSeconds(5)));
        Assert.That(rejected.InnerException, Is.TypeOf<HttpRequestException>());
        Assert.That(server.Requests, Is.EqualTo(100));
        Assert.That(() => _log.All, Has.One.EqualTo(Lines(2)[2]).After(60_000, 1), "the call that opens it may not have said so yet");
        foreach (var call in calls)
            Assert.That(async () => await PassUntilEndedAsync(call), Throws.Exception);
    }

    [Test]
    public async Task Hedging_OfThePage_AsksTheOtherReplicaAfterTwoSeconds()
    {
        var slow = new Server(static async (_, token) =>
        {
            await Task.Delay(Timeout.Infinite, token);
            return HttpStatusCode.OK;
        });
        var fast = new Server(static (_, _) => Task.FromResult(HttpStatusCode.OK));
        await using var app = await StartAsync<Catalog>(services => services.AddSingleton(new[] { slow.CreateClient(), fast.CreateClient() }));
        var call = app.GetProxy<Catalog.Proxy>().ToAsync.Find("word");
        _time.Advance(TimeSpan.FromSeconds(1.9));
        int asked = fast.Requests;

        Assert.That(await PassUntilEndedAsync(call), Is.EqualTo("found"));
        Assert.That((asked, slow.Requests, fast.Requests), Is.EqualTo((0, 1, 1)));
    }

    [Test]
    public async Task Error_OfThePage_StopsTheStart()
    {
        var exception = (await Assert.ThrowsAsync<PipelineStartupException>(() => PipelineApp.StartAsync<Model>(builder =>
        {
            builder.Services.AddSingleton<HttpClient>();
            builder.Configuration["Pipeline:Services:Model:Apis:Learn:Resilience:Retry"] = "on";
        })))!;

        Assert.That(exception.Problems, Is.EqualTo(Lines(0)));
    }

    private Task<PipelineApp> StartAsync<TRoot>(Action<IServiceCollection> register)
        where TRoot : IService => PipelineApp.StartAsync<TRoot>(builder =>
        {
            builder.Configuration = new ConfigurationBuilder()
                .AddJsonStream(new MemoryStream(Encoding.UTF8.GetBytes(ResiliencePage.Configuration)))
                .Build();
            builder.Services.AddSingleton<TimeProvider>(_time);
            builder.Logging.AddProvider(_log);
            register(builder.Services);
        });

    private async Task<T> PassUntilEndedAsync<T>(Task<T> call)
    {
        while (!call.IsCompleted)
        {
            _time.Advance(TimeSpan.FromSeconds(0.1));
            await Task.Delay(1);
        }

        return await call;
    }

    private static string[] Lines(int block) =>
        ResiliencePage.Texts[block].Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static string Timeless(string line) => Elapsed().Replace(line, "$1 some");

    private static JsonElement Find(JsonElement element, string name) => Descendants(element).First(property => property.Name == name).Value;

    private static IEnumerable<JsonProperty> Descendants(JsonElement element) => element.ValueKind is JsonValueKind.Object
        ? element.EnumerateObject().SelectMany(static property => Descendants(property.Value).Prepend(property))
        : [];

    private static string Text(object? value) => value is TimeSpan time ? $"{time.TotalSeconds:0.#}s" : FormattableString.Invariant($"{value}");

    [GeneratedRegex(@"(after|again in) [\d.]+")]
    private static partial Regex Elapsed();
}
