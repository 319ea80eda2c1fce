using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace Pipeline.Http.Tests.Telemetry;

/// <summary>One trace from the caller's process to the service's.</summary>
public sealed class TraceTests
{
    private static readonly ActivitySource Tests = new("Pipeline.Http.Tests");

    private readonly ConcurrentQueue<Activity> _spans = new();
    private EdgeHost _edge = null!;
    private PipelineApp _app = null!;
    private string[] _sources = [];

    [SetUp]
    public async Task StartAsync()
    {
        _spans.Clear();
        _edge = await EdgeHost.StartAsync<Teller>();
        _app = await StartAsync(static _ => { });
    }

    [TearDown]
    public async Task StopAsync()
    {
        await _app.DisposeAsync();
        await _edge.DisposeAsync();
    }

    [Test]
    public async Task Spans_OfBothSides_AreOneTrace()
    {
        using var listener = Listen("Pipeline");
        using var root = Root();
        await _app.GetProxy<Asker.Proxy>().ToAsync.Trace();
        await EndedAsync(3);

        Assert.That(Path(root), Is.EqualTo("Asker/Trace:Internal > Teller/Trace:Client > Teller/Trace:Server"));
        var client = _spans.Single(static span => span.Kind is ActivityKind.Client);
        Assert.That(client.GetTagItem("server.address"), Is.EqualTo("127.0.0.1"));
        Assert.That(client.GetTagItem("server.port"), Is.EqualTo(_edge.Address.Port));
        var server = _spans.Single(static span => span.Kind is ActivityKind.Server);
        Assert.That(server.GetTagItem("rpc.method"), Is.EqualTo("Teller/Trace"));
        Assert.That(server.GetTagItem("pipeline.instance"), Is.EqualTo(0), "the call here is seen on the span of the call that came in");
    }

    [Test]
    public async Task Spans_OfTheRequestItself_LieBetween()
    {
        using var listener = Listen("Pipeline", "System.Net.Http", "Microsoft.AspNetCore");
        await _app.GetProxy<Teller.Proxy>().ToAsync.Trace();
        _spans.Clear();
        using var root = Root();
        await _app.GetProxy<Teller.Proxy>().ToAsync.Trace();
        while (_spans.Count < 4)
            await Task.Delay(1);

        Assert.That(Path(root), Is.EqualTo(
            "Teller/Trace:Client > POST:Client > Microsoft.AspNetCore.Hosting.HttpRequestIn:Server > Teller/Trace:Server"));
    }

    [Test]
    public async Task Stream_HasOneSpanOnEachSide()
    {
        using var listener = Listen("Pipeline");
        using var root = Root();
        Assert.That(await _app.GetProxy<Teller.Proxy>().ToAsync.Count(3).ToListAsync(), Has.Count.EqualTo(3));
        await EndedAsync(2);

        Assert.That(Path(root), Is.EqualTo("Teller/Count:Client > Teller/Count:Server"));
        Assert.That(_spans.Select(static span => span.GetTagItem("pipeline.stream.items")), Is.All.EqualTo(3));
    }

    [Test]
    public async Task Failure_IsOnBothSpans()
    {
        using var listener = Listen("Pipeline");
        using var root = Root();
        Assert.That(() => _app.GetProxy<Teller.Proxy>().ToAsync.Fail(), Throws.Exception);
        await EndedAsync(2);

        Assert.That(_spans.Select(static span => span.Status), Is.All.EqualTo(ActivityStatusCode.Error));
        Assert.That(
            _spans.Single(static span => span.Kind is ActivityKind.Server).GetTagItem("error.type"),
            Is.EqualTo("System.InvalidOperationException"));
    }

    [Test]
    public async Task Trace_GoesOnWhereNobodyListens_WithAllowedBaggageAlone()
    {
        await using var app = await StartAsync(static options => options.Baggage.Add("tenant"));
        using var root = new Activity("test").SetIdFormat(ActivityIdFormat.W3C);
        root.AddBaggage("tenant", "a b").AddBaggage("secret", "x");
        root.TraceStateString = "vendor=1";
        root.Start();

        Assert.That(await app.GetProxy<Teller.Proxy>().ToAsync.Trace(), Is.EqualTo($"{root.TraceId} vendor=1 a b"));
        Assert.That(await _app.GetProxy<Teller.Proxy>().ToAsync.Trace(), Is.EqualTo($"{root.TraceId} vendor=1"));
    }

    [Test]
    public async Task HandlerOfTheApplications_CarriesTheTraceToo()
    {
        await using var app = await StartAsync(static options =>
        {
            options.Baggage.Add("tenant");
            options.CreateHandler = static _ => new SocketsHttpHandler { ActivityHeadersPropagator = null };
        });
        using var root = new Activity("test").SetIdFormat(ActivityIdFormat.W3C).AddBaggage("tenant", "a").Start();

        Assert.That(await app.GetProxy<Teller.Proxy>().ToAsync.Trace(), Is.EqualTo($"{root.TraceId}  a"));
    }

    private Task<PipelineApp> StartAsync(Action<HttpTransportOptions> configure) => PipelineApp.StartAsync<Asker>(builder =>
    {
        builder.Services.AddHttpTransport(configure);
        builder.Configuration["Pipeline:Services:Teller:Url"] = _edge.Address.ToString();
    });

    private Activity Root() => Tests.StartActivity("test")!;

    private async Task EndedAsync(int count)
    {
        while (_spans.Count < count)
            await Task.Delay(1);
    }

    private ActivityListener Listen(params string[] sources)
    {
        _sources = sources;
        var listener = new ActivityListener
        {
            ShouldListenTo = source => source == Tests || _sources.Contains(source.Name),
            Sample = static (ref _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = span =>
            {
                if (span.Source != Tests)
                    _spans.Enqueue(span);
            },
        };
        ActivitySource.AddActivityListener(listener);
        return listener;
    }

    private string Path(Activity root)
    {
        var names = new List<string>();
        for (var id = root.SpanId; _spans.SingleOrDefault(span => span.ParentSpanId == id && span.TraceId == root.TraceId) is { } span;)
        {
            names.Add($"{span.DisplayName}:{span.Kind}");
            id = span.SpanId;
        }

        return string.Join(" > ", names);
    }
}
