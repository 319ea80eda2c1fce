using System.Threading.Channels;
using Microsoft.Extensions.DependencyInjection;
using Pipeline.Remote;
using Pipeline.Transports;

namespace Pipeline.Conformance.Tests.Loopback;

/// <summary>What an exchange of frames promises beyond what a call in one process does.</summary>
public sealed class ExchangeTests
{
    private readonly Stack<IAsyncDisposable> _behind = [];
    private Probe _probe = null!;
    private PipelineApp _app = null!;

    [SetUp]
    public async Task StartAsync()
    {
        _probe = new();
        _app = await PipelineApp.StartAsync<Producer>(builder => builder.Services.AddSingleton(_probe).AddSingleton<IncomingCalls>());
        _behind.Push(_app);
    }

    [TearDown]
    public async Task StopAsync()
    {
        _probe.Signal("go");
        while (_behind.TryPop(out var part))
            await part.DisposeAsync();
    }

    [Test]
    public async Task Stream_WithReadAhead_MakesThatManyItemsAndNoMore()
    {
        await using (var items = Proxy().ToAsync.Ahead().GetAsyncEnumerator())
        {
            Assert.That(await items.MoveNextAsync());
            await _probe.SeenAsync("ahead 8");
        }

        Assert.That(_probe.Kept("ahead"), Is.EqualTo(8));
    }

    [Test]
    public async Task Stream_WithReadAhead_GoesOnWhenItIsRead() =>
        Assert.That(await Proxy().ToAsync.Ahead().Take(100).ToListAsync(), Is.EqualTo(Enumerable.Range(1, 100)));

    [Test]
    public async Task Stream_WithoutReadAhead_MakesNothingThatIsNotAskedFor()
    {
        await using (var items = Proxy().ToAsync.Asked().GetAsyncEnumerator())
        {
            Assert.That(await items.MoveNextAsync());
            Assert.That(await items.MoveNextAsync());
        }

        Assert.That(_probe.Kept("asked"), Is.EqualTo(2));
    }

    [Test]
    public async Task SyncCalls_OnTheSyncView_RunInAsManySlotsAsThereAreProcessors()
    {
        int slots = Environment.ProcessorCount;
        var proxy = Proxy();
        var calls = Enumerable.Range(0, slots + 2).Select(_ => Task.Factory.StartNew(() => proxy.Hold(), TaskCreationOptions.LongRunning)).ToArray();
        await _probe.SeenAsync($"inside {slots}");
        _probe.Signal("go");

        Assert.That((await Task.WhenAll(calls)).Max(), Is.EqualTo(slots));
    }

    [Test]
    public async Task Failure_ToldByMessage_HasNoStackOfTheService()
    {
        var failure = await Assert.ThrowsAsync<OutOfStockException>(() => Proxy(FailureDetail.Message).ToAsync.Fail());

        Assert.That(failure!.Message, Is.EqualTo("secret shelf"));
        Assert.That(failure.StackTrace, Does.Not.Contain("FailAsync"));
    }

    [Test]
    public async Task Failure_NotTold_SaysThatTheServiceFailed()
    {
        var failure = await Assert.ThrowsAsync<RemoteServiceException>(() => Proxy(FailureDetail.None).ToAsync.Fail());

        Assert.That($"{failure}", Does.Not.Contain("secret").And.Not.Contain(nameof(OutOfStockException)));
    }

    [Test]
    public async Task Id_OverAttempts_StaysTheSame()
    {
        var connection = Connect();
        var caller = await PipelineApp.StartAsync<Producer>(builder =>
        {
            builder.Services.AddSingleton(_probe).AddSingleton<ServiceTransport>(new LoopbackTransport(connection));
            builder.Configuration["Pipeline:Services:Producer:Url"] = LoopbackTransport.Url;
            builder.Configuration["Pipeline:Services:Producer:Resilience:Retry:Delay"] = "1ms";
        });
        _behind.Push(caller);

        string id = await caller.GetProxy<Producer.Proxy>().ToAsync.Id();

        Assert.That(id, Has.Length.EqualTo(32).And.EqualTo(_probe.Kept("id 1")));
        Assert.That(await caller.GetProxy<Producer.Proxy>().ToAsync.Id(), Is.Not.EqualTo(id));
    }

    [Test]
    public async Task Cancellation_OfACallToAFrozenService_WaitsForTheGraceAndNoLonger()
    {
        var service = new FrozenChannel(_probe.Clock);
        var proxy = (Producer.Proxy)Producer.Definition.Activation.CreateChannelProxy(service);
        using var cancellation = new CancellationTokenSource();
        var call = proxy.ToAsync.Fail(cancellation.Token);
        await service.Sent.Task;
        await cancellation.CancelAsync();
        _probe.Clock.Advance(TimeSpan.FromSeconds(4));
        Assert.That(call.IsCompleted, Is.False);

        _probe.Clock.Advance(TimeSpan.FromSeconds(1));

        Assert.That(
            async () => await call,
            Throws.InstanceOf<OperationCanceledException>().With.Property("CancellationToken").EqualTo(cancellation.Token));
    }

    [Test]
    public async Task Health_OfAChannel_IsWhetherItConnects()
    {
        var connection = Connect();
        await connection.Channel(Producer.Definition).CheckHealthAsync(default);

        connection.Break();

        Assert.That(() => connection.Channel(Producer.Definition).CheckHealthAsync(default), Throws.Exception);
    }

    private Producer.Proxy Proxy(FailureDetail detail = FailureDetail.Full) =>
        (Producer.Proxy)Producer.Definition.Activation.CreateChannelProxy(Connect(detail).Channel(Producer.Definition));

    private LoopbackConnection Connect(FailureDetail detail = FailureDetail.Full)
    {
        var connection = new LoopbackConnection(_app, TimeProvider.System, detail);
        _behind.Push(connection);
        return connection;
    }

    /// <summary>Takes every frame and says nothing.</summary>
    private sealed class FrozenChannel(TimeProvider time) : FrameChannel(Producer.Definition, new() { TimeProvider = time })
    {
        private readonly Channel<byte[]> _silence = Channel.CreateUnbounded<byte[]>();

        public TaskCompletionSource Sent { get; } = new();

        protected override ValueTask<IFramePipe> ConnectAsync(CancellationToken cancellationToken) => new(new Pipe(this));

        private sealed class Pipe(FrozenChannel channel) : IFramePipe
        {
            public ValueTask SendAsync(Frame frame, CancellationToken cancellationToken)
            {
                channel.Sent.TrySetResult();
                return default;
            }

            public async ValueTask<Frame?> ReceiveAsync(CancellationToken cancellationToken)
            {
                await channel._silence.Reader.WaitToReadAsync(cancellationToken);
                return null;
            }

            public ValueTask DisposeAsync() => default;
        }
    }
}
