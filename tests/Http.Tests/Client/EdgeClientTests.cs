using Microsoft.Extensions.DependencyInjection;
using Pipeline.AspNetCore;
using Pipeline.Http.Tests.Services;
using Pipeline.Remote;

namespace Pipeline.Http.Tests.Client;

/// <summary>The client against the edge: what one sends, the other understands.</summary>
public sealed class EdgeClientTests
{
    private EdgeHost _edge = null!;
    private PipelineApp _app = null!;

    private RemoteShop.Proxy.Async Proxy => _app.GetProxy<RemoteShop.Proxy>().ToAsync;

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        _edge = await EdgeHost.StartAsync<Shop>(static options => options.FailureDetail = FailureDetail.Full);
        _app = await StartAsync<RemoteUser>(_edge.Address);
    }

    [OneTimeTearDown]
    public async Task StopAsync()
    {
        await _app.DisposeAsync();
        await _edge.DisposeAsync();
    }

    [Test]
    public async Task Values_ComeBack()
    {
        Assert.That(await Proxy.Add(1), Is.EqualTo(3));
        Assert.That(await Proxy.Add(1, 5), Is.EqualTo(6));
        Assert.That(_app.GetProxy<RemoteShop.Proxy>().Add(1, 5), Is.EqualTo(6));
        Assert.That(await Proxy.SumUp([1, float.PositiveInfinity]), Is.EqualTo(float.PositiveInfinity));
        Assert.That(await Proxy.Greet("\uFEFF\0\"ž"), Is.EqualTo("héllo \uFEFF\0\"ž"));
        Assert.That(await Proxy.Greet(null), Is.Null);
        Assert.That((await Proxy.Raise(new Item("a") { Parts = [new("b")] })).Parts![0].Name, Is.EqualTo("b"));
        Assert.That(await Proxy.Paint(Colour.Green), Is.EqualTo(Colour.Green));
        await Proxy.Nothing(7);
        await _edge.Probe.SeenAsync("nothing 7");
        Assert.That(await Proxy.Size(new byte[1000], "L"), Is.EqualTo("L: 1000"));
        Assert.That(await Proxy.Make(70_000), Has.Length.EqualTo(70_000));
        Assert.That(await Proxy.Odd(), Is.EqualTo(new[] { double.NaN, double.NegativeInfinity }));
    }

    [Test]
    public async Task Streams_ComeBackItemByItem()
    {
        Assert.That(await Proxy.Words(3).ToListAsync(), Is.EqualTo(new[] { "w0\n ", "w1\n ", "w2\n " }));
        Assert.That(_app.GetProxy<RemoteShop.Proxy>().Words(2), Is.EqualTo(new[] { "w0\n ", "w1\n " }));
        Assert.That((await Proxy.Items(500).ToListAsync()).Count, Is.EqualTo(500));
    }

    [Test]
    public async Task Failure_IsTheOneThatWasThrown()
    {
        Assert.That(async () => await Proxy.Fail("own"), Throws.TypeOf<OutOfStockException>().With.Message.EqualTo("None left."));
        Assert.That(async () => await Proxy.Items(1, "mid").ToListAsync(), Throws.InvalidOperationException.With.Message.EqualTo("mid"));
        var unavailable = await Assert.ThrowsAsync<ServiceUnavailableException>(async () => await Proxy.Fail("unavailable"));
        Assert.That((unavailable!.Service, unavailable.RetryAfter), Is.EqualTo(("Database", TimeSpan.FromSeconds(7))));
    }

    [Test]
    public async Task Cancellation_ReachesTheService()
    {
        await using var edge = await EdgeHost.StartAsync<Shop>();
        await using var app = await StartAsync<RemoteUser>(edge.Address);
        using var source = new CancellationTokenSource();
        var call = app.GetProxy<RemoteShop.Proxy>().ToAsync.Wait(source.Token);
        await edge.Probe.SeenAsync("waiting");
        await source.CancelAsync();
        var canceled = await Assert.CatchAsync<OperationCanceledException>(async () => await call);
        Assert.That(canceled!.CancellationToken, Is.EqualTo(source.Token));
        await edge.Probe.SeenAsync("canceled");
    }

    [Test]
    public async Task ClosedStream_StopsTheService()
    {
        await using var edge = await EdgeHost.StartAsync<Shop>();
        await using var app = await StartAsync<RemoteUser>(edge.Address);
        await foreach (int tick in app.GetProxy<RemoteShop.Proxy>().ToAsync.Ticks())
        {
            if (tick == 1)
                break;
            edge.Probe.Signal("tick 0");
        }

        edge.Probe.Signal("tick 1");
        await edge.Probe.SeenAsync("ticks stopped");
    }

    [Test]
    public async Task Deadline_GoesAlong()
    {
        await using var app = await PipelineApp.StartAsync<RemoteUser>(builder =>
        {
            builder.Services.AddHttpTransport();
            builder.Configuration["Pipeline:Services:Shop:Url"] = _edge.Address.ToString();
            builder.Configuration["Pipeline:Services:Shop:Timeout"] = "100s";
        });
        Assert.That(await app.GetProxy<RemoteShop.Proxy>().ToAsync.Left(), Does.StartWith("00:01:3"));
    }

    [Test]
    public async Task AnswerBeyondTheLimit_IsRefused()
    {
        await using var app = await StartAsync<RemoteUser>(_edge.Address, static options => options.MaxAnswerBytes = 1_000);
        var proxy = app.GetProxy<RemoteShop.Proxy>().ToAsync;
        Assert.That(await proxy.Make(1_000), Has.Length.EqualTo(1_000));
        Assert.That(async () => await proxy.Make(1_001), Throws.TypeOf<InvalidDataException>().With.Message.Contains("MaxAnswerBytes"));
    }

    [Test]
    public async Task PlaceWhereNobodyListens_IsUnavailable()
    {
        await using var app = await StartAsync<RemoteUser>(new("http://127.0.0.1:1"));
        Assert.That(
            async () => await app.GetProxy<RemoteShop.Proxy>().ToAsync.Add(1),
            Throws.TypeOf<ServiceUnavailableException>().With.Property(nameof(ServiceUnavailableException.MayHaveRun)).False);
    }

    [Test]
    public async Task PlaceWhereNobodyListens_BesideOneWhereSomebodyDoes_IsLeftOut()
    {
        await using var app = await PipelineApp.StartAsync<RemoteUser>(builder =>
        {
            builder.Services.AddHttpTransport();
            builder.Configuration["Pipeline:Services:Shop:Url"] = $"http://127.0.0.1:1,127.0.0.1:{_edge.Address.Port}";
        });
        for (int call = 0; call < 6; call++)
            Assert.That(await app.GetProxy<RemoteShop.Proxy>().ToAsync.Add(call), Is.EqualTo(call + 2));
    }

    [Test]
    public async Task NameOfServiceDiscovery_IsReachedAtItsAddress()
    {
        await using var app = await PipelineApp.StartAsync<RemoteUser>(builder =>
        {
            builder.Services.AddServiceDiscovery();
            builder.Services.AddHttpTransport();
            builder.Configuration["Services:shop-of-mine:http:0"] = _edge.Address.ToString();
            builder.Configuration["Pipeline:Services:Shop:Url"] = "http://shop-of-mine";
        });
        Assert.That(await app.GetProxy<RemoteShop.Proxy>().ToAsync.Add(1), Is.EqualTo(3));
    }

    [Test]
    public async Task ConnectionLostAfterTheRequest_MayHaveRun()
    {
        await using var app = await StartAsync<RemoteUser>(
            _edge.Address, static options => options.CreateHandler = static _ => new LosingHandler());
        Assert.That(
            async () => await app.GetProxy<RemoteShop.Proxy>().ToAsync.Add(1),
            Throws.TypeOf<ServiceUnavailableException>().With.Property(nameof(ServiceUnavailableException.MayHaveRun)).True);
    }

    [Test]
    public void HalfOfASurrogatePair_IsAnErrorBeforeItIsSent() =>
        Assert.That(async () => await Proxy.Greet("a\uD800"), Throws.TypeOf<NotSupportedException>().With.Message.Contains("surrogate"));

    [Test]
    public async Task StreamArgument_IsRefusedAtStart()
    {
        await Task.Yield();
        Assert.That(
            () => StartAsync<StreamedUser>(_edge.Address),
            Throws.TypeOf<PipelineStartupException>().With.Message.Contains("Streamed.Total takes the stream numbers"));
    }

    private static Task<PipelineApp> StartAsync<TRoot>(Uri address, Action<HttpTransportOptions>? configure = null)
        where TRoot : CompilerServices.IService =>
        PipelineApp.StartAsync<TRoot>(builder =>
        {
            builder.Services.AddHttpTransport(configure);
            builder.Configuration["Pipeline:Services:Shop:Url"] = address.ToString();
            builder.Configuration["Pipeline:Services:Streamed:Url"] = address.ToString();
        });

    /// <summary>Sends the request and loses the answer.</summary>
    private sealed class LosingHandler() : DelegatingHandler(new SocketsHttpHandler())
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var response = await base.SendAsync(request, cancellationToken);
            if (request.Method == HttpMethod.Get)
                return response;
            response.Dispose();
            throw new HttpRequestException(HttpRequestError.ResponseEnded, "The answer ended early.");
        }
    }
}
