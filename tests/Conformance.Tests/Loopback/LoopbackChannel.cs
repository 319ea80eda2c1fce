using Pipeline.Remote;

namespace Pipeline.Conformance.Tests.Loopback;

/// <summary>The caller's side of the loopback: all that a transport of frames has to say.</summary>
internal sealed class LoopbackChannel(ServiceDefinition service, LoopbackConnection connection, FrameChannelOptions options)
    : FrameChannel(service, options)
{
    protected override ValueTask<IFramePipe> ConnectAsync(CancellationToken cancellationToken) => new(connection.Open());

    protected override ValueTask<Frame>? TryAsk(Frame start) =>
        connection.TryAsk(start) is { } asked ? new(asked) : null;
}
