namespace Pipeline.Remote;

/// <summary>Carries the frames of one call both ways, in order. What a transport with messages of its own implements.</summary>
public interface IFramePipe : IAsyncDisposable
{
    /// <summary>Sends a frame. Not called again before it has completed.</summary>
    ValueTask SendAsync(Frame frame, CancellationToken cancellationToken);

    /// <summary>The next frame of the other side, whose body is the caller's to keep; null once the other side has ended.</summary>
    ValueTask<Frame?> ReceiveAsync(CancellationToken cancellationToken);
}
