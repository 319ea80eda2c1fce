using Microsoft.Extensions.DependencyInjection;
using Pipeline.Remote;

namespace Pipeline.Conformance.Tests.Loopback;

/// <summary>Bytes of any kind get an answer or are ignored; they never end the process or the connection of others.</summary>
public sealed class MalformedCallTests
{
    private const int Count = 10_000;

    private readonly List<Frame> _starts = [];
    private PipelineApp _app = null!;
    private FrameDispatcher _dispatcher = null!;

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        _app = await PipelineApp.StartAsync<Versions.Served>(static builder => builder.Services.AddSingleton(new Probe()));
        _dispatcher = new(_app.Services, _app.Root.DescendantsAndSelf());
        var proxy = (Versions.Served.Proxy)Versions.Served.Definition.Activation.CreateChannelProxy(new RecordingChannel(_starts, _dispatcher));
        await Gather.All(proxy.ToAsync.Order("tea", 3, "now"), proxy.ToAsync.Deliver("here", "there"), proxy.ToAsync.Twice(4));
    }

    [OneTimeTearDown]
    public async Task StopAsync() => await _app.DisposeAsync();

    [Test]
    public async Task Start_Mutated_IsAnsweredAlways()
    {
        var random = new Random(11);
        var kinds = new HashSet<FrameKind>();
        for (int round = 0; round < Count; round++)
        {
            var start = _starts[random.Next(_starts.Count)];
            var answer = await _dispatcher.AnswerAsync(start with { Body = new(Mutate(start, random)) }, CancellationToken.None);
            kinds.Add(answer.Kind);
        }

        Assert.That(kinds, Is.EquivalentTo(new[] { FrameKind.Answer, FrameKind.Failure }));
    }

    [Test]
    public async Task Exchange_OfRandomFrames_Ends()
    {
        var random = new Random(12);
        for (int round = 0; round < Count / 10; round++)
        {
            var toService = System.Threading.Channels.Channel.CreateUnbounded<byte[]>();
            var toCaller = System.Threading.Channels.Channel.CreateUnbounded<byte[]>();
            await using var pipe = new LoopbackPipe(toService.Reader, toCaller.Writer, CancellationToken.None);
            for (int frame = random.Next(4); frame >= 0; frame--)
            {
                var start = _starts[random.Next(_starts.Count)];
                toService.Writer.TryWrite(random.Next(3) == 0
                    ? Mutate(start, random)
                    : LoopbackPipe.ToBytes(start with { Kind = (FrameKind)random.Next(1, 17), Number = random.Next() }));
            }

            toService.Writer.Complete();
            await _dispatcher.ServeAsync(pipe, CancellationToken.None).WaitAsync(TimeSpan.FromMinutes(2));
        }
    }

    private static byte[] Mutate(Frame frame, Random random)
    {
        byte[] bytes = LoopbackPipe.ToBytes(frame)[Frame.HeaderLength..];
        for (int change = random.Next(1, 4); change > 0; change--)
        {
            switch (random.Next(4))
            {
                case 0:
                    bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
                    break;
                case 1:
                    bytes = bytes[..random.Next(1, bytes.Length)];
                    break;
                case 2:
                    bytes = [.. bytes, .. bytes[random.Next(bytes.Length)..]];
                    break;
                default:
                    bytes[random.Next(bytes.Length)] ^= (byte)(1 << random.Next(8));
                    break;
            }
        }

        return bytes;
    }

    private sealed class RecordingChannel(List<Frame> starts, FrameDispatcher dispatcher) : FrameChannel(Versions.Served.Definition)
    {
        protected override ValueTask<IFramePipe> ConnectAsync(CancellationToken cancellationToken) => throw new NotSupportedException();

        protected override ValueTask<Frame>? TryAsk(Frame start)
        {
            starts.Add(start);
            return new(dispatcher.AnswerAsync(start, CancellationToken.None));
        }
    }
}
