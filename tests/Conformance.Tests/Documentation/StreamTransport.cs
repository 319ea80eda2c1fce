using System.Buffers;
using System.IO.Pipelines;
using Pipeline.Remote;
using Pipeline.Transports;

namespace Pipeline.Conformance.Tests.Documentation;

internal sealed class StreamPipe(Stream stream) : IFramePipe
{
    private readonly PipeReader _reader = PipeReader.Create(stream);
    private readonly PipeWriter _writer = PipeWriter.Create(stream);

    public async ValueTask SendAsync(Frame frame, CancellationToken cancellationToken)
    {
        frame.WriteWithLengthTo(_writer);
        await _writer.FlushAsync(cancellationToken);
    }

    public async ValueTask<Frame?> ReceiveAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            var read = await _reader.ReadAsync(cancellationToken);
            var bytes = read.Buffer;
            if (Frame.TryRead(ref bytes, maxBytes: 1 << 24, out var frame))
            {
                var kept = frame with { Body = new(frame.Body.ToArray()) };   // the receiver keeps it
                _reader.AdvanceTo(bytes.Start);
                return kept;
            }

            _reader.AdvanceTo(bytes.Start, bytes.End);
            if (read.IsCompleted)
                return null;
        }
    }

    public ValueTask DisposeAsync() => stream.DisposeAsync();
}

internal sealed class StreamChannel(ServiceDefinition service, Func<CancellationToken, Task<Stream>> connect) : FrameChannel(service)
{
    protected override async ValueTask<IFramePipe> ConnectAsync(CancellationToken cancellationToken) =>
        new StreamPipe(await connect(cancellationToken));
}

internal sealed class StreamTransport(Func<Uri, CancellationToken, Task<Stream>> connect) : ServiceTransport
{
    public override ServiceChannel? TryConnect(ServiceDefinition service, Uri url) =>
        url.Scheme == "stream" ? new StreamChannel(service, token => connect(url, token)) : null;
}

internal sealed class StreamServer(PipelineServices pipeline, IServiceProvider provider)
{
    private readonly FrameDispatcher _dispatcher = new(provider, pipeline.RootsRunningHere);

    public async Task ServeAsync(Stream stream, CancellationToken connectionLost)
    {
        await using var pipe = new StreamPipe(stream);
        await _dispatcher.ServeAsync(pipe, connectionLost);
    }
}
