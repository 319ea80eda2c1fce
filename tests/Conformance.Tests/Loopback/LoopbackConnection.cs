using System.Buffers;
using System.Threading.Channels;
using Pipeline.Remote;

namespace Pipeline.Conformance.Tests.Loopback;

/// <summary>A pipeline that is reached by bytes alone: each call has two queues of them, and nothing else is shared.</summary>
internal sealed class LoopbackConnection : IAsyncDisposable
{
    private readonly List<Task> _serving = [];
    private readonly CancellationTokenSource _broken = new();
    private readonly FrameDispatcher _services;
    private readonly FrameChannelOptions _options;

    public LoopbackConnection(PipelineApp app, TimeProvider time, FailureDetail detail = FailureDetail.Full)
    {
        _services = new(app.Services, app.Root.DescendantsAndSelf(), new() { FailureDetail = detail });
        _options = new() { FailureDetail = detail, TimeProvider = time };
    }

    /// <summary>The baggage that is sent.</summary>
    public IReadOnlyCollection<string> Baggage { get; init; } = [];

    public LoopbackChannel Channel(ServiceDefinition service) => new(service, this, _options with { Baggage = Baggage });

    /// <summary>Begins a call.</summary>
    public LoopbackPipe Open()
    {
        ObjectDisposedException.ThrowIf(_broken.IsCancellationRequested, this);
        var toService = Channel<byte[]>();
        var toCaller = Channel<byte[]>();

        // What is ambient on one side is not on the other.
        using (ExecutionContext.SuppressFlow())
        {
            var served = Task.Run(async () =>
            {
                await using var pipe = new LoopbackPipe(toService.Reader, toCaller.Writer, _broken.Token);
                await _services.ServeAsync(pipe, _broken.Token);
            });
            lock (_serving)
                _serving.Add(served);
        }

        return new(toCaller.Reader, toService.Writer, _broken.Token);
    }

    /// <summary>Exchanges one message for one; null where the connection is broken.</summary>
    public Task<Frame>? TryAsk(Frame start)
    {
        if (_broken.IsCancellationRequested)
            return null;

        byte[] bytes = LoopbackPipe.ToBytes(start);
        using (ExecutionContext.SuppressFlow())
            return Task.Run(async () => LoopbackPipe.Parse(LoopbackPipe.ToBytes(await _services.AnswerAsync(LoopbackPipe.Parse(bytes), _broken.Token)))).WaitAsync(_broken.Token);
    }

    /// <summary>Cuts all calls off, and takes no other.</summary>
    public void Break() => _broken.Cancel();

    public async ValueTask DisposeAsync()
    {
        await _broken.CancelAsync();
        await Task.WhenAll(_serving);
        _broken.Dispose();
    }

    private static Channel<T> Channel<T>() => System.Threading.Channels.Channel.CreateUnbounded<T>();
}
