using System.Collections.Concurrent;
using System.Threading.Channels;
using Pipeline.Transports;

namespace Pipeline.Conformance.Tests.Loopback;

/// <summary>
/// One end of a connection: asks and answers. Each end decides for itself: a cancellation is told to the other end, whose
/// answer then says what came of it.
/// </summary>
internal sealed partial class Peer
{
    private readonly ConcurrentDictionary<long, TaskCompletionSource<Frame>> _asked = new();
    private readonly ConcurrentDictionary<long, Func<CancellationToken, IServedStream>> _arguments = new();
    private readonly ChannelReader<byte[]> _incoming;
    private readonly ChannelWriter<byte[]> _outgoing;
    private long _lastId;

    public Peer(ChannelReader<byte[]> incoming, ChannelWriter<byte[]> outgoing, ServiceDispatcher? services)
    {
        _incoming = incoming;
        _outgoing = outgoing;
        _services = services;
        Serializer = new(this);

        // What is ambient on one side is not on the other.
        using (ExecutionContext.SuppressFlow())
            Reading = Task.Run(ReadAsync);
    }

    /// <summary>Ends when the other side has said its last.</summary>
    public Task Reading { get; }

    public WireSerializer Serializer { get; }

    public long NewId() => Interlocked.Increment(ref _lastId);

    /// <summary>Says no more, and gives up what it has asked for.</summary>
    public void Complete()
    {
        _outgoing.TryComplete();
        foreach (var answer in _asked.Values)
            answer.TrySetException(Closed());
    }

    public void Send(Frame frame)
    {
        if (!_outgoing.TryWrite(frame.ToBytes()))
            throw Closed();
    }

    /// <summary>Sends a request and waits for its answer, whatever becomes of the token meanwhile.</summary>
    /// <param name="request">What to ask.</param>
    /// <param name="callToken">What a cancellation that comes back has been caused by.</param>
    public async Task<ReadOnlyMemory<byte>> AskAsync(Frame request, CancellationToken callToken)
    {
        var answer = new TaskCompletionSource<Frame>(TaskCreationOptions.RunContinuationsAsynchronously);
        _asked[request.Id] = answer;
        Send(request);
        var frame = await answer.Task.ConfigureAwait(false);
        return frame.Kind is FrameKind.Failure
            ? throw Serializer.Deserialize<RemoteFailure>(frame.Body).ToException(callToken)
            : frame.Body;
    }

    /// <summary>Tells the other side when the token is canceled.</summary>
    public CancellationTokenRegistration CancelOn(long id, CancellationToken cancellationToken) =>
        cancellationToken.UnsafeRegister(_ => _outgoing.TryWrite(new Frame(FrameKind.Cancel, id).ToBytes()), null);

    /// <summary>Keeps a stream for the other side to open, as often as it likes, until it is withdrawn.</summary>
    public long Offer<T>(IAsyncEnumerable<T> stream)
    {
        long id = NewId();
        _arguments[id] = token => new ServedStream<T>(stream.GetAsyncEnumerator(token), Serializer);
        return id;
    }

    public void Withdraw(IEnumerable<long> arguments)
    {
        foreach (long id in arguments)
            _arguments.TryRemove(id, out _);
    }

    private static IOException Closed() => new("The connection is closed.");
}
