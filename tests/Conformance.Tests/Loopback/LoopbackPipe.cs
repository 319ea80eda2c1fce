using System.Buffers;
using System.Threading.Channels;
using Pipeline.Remote;

namespace Pipeline.Conformance.Tests.Loopback;

/// <summary>One end of a call.</summary>
internal sealed class LoopbackPipe(ChannelReader<byte[]> incoming, ChannelWriter<byte[]> outgoing, CancellationToken broken) : IFramePipe
{
    public ValueTask SendAsync(Frame frame, CancellationToken cancellationToken) =>

        broken.IsCancellationRequested || !outgoing.TryWrite(ToBytes(frame)) ? throw new IOException("The connection is closed.") : default;

    public async ValueTask<Frame?> ReceiveAsync(CancellationToken cancellationToken)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(broken, cancellationToken);
        try
        {
            return await incoming.WaitToReadAsync(either.Token) && incoming.TryRead(out byte[]? bytes) ? Parse(bytes) : null;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new IOException("The connection is closed.");
        }
    }

    public ValueTask DisposeAsync()
    {
        outgoing.TryComplete();
        return default;
    }

    public static byte[] ToBytes(Frame frame)
    {
        var bytes = new ArrayBufferWriter<byte>();
        frame.WriteTo(bytes);
        return bytes.WrittenSpan.ToArray();
    }

    public static Frame Parse(byte[] bytes) => Frame.Parse(new(bytes));
}
