namespace Pipeline.Remote.Exchanges;

/// <summary>Sends one frame at a time, whoever asks.</summary>
internal sealed class FramePipeSender(IFramePipe pipe) : IDisposable
{
    private readonly SemaphoreSlim _gate = new(1);

    public async Task SendAsync(Frame frame, CancellationToken cancellationToken = default)
    {
        await _gate.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            await pipe.SendAsync(frame, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <summary>Sends, if the other side still listens: whoever reads the pipe learns that it does not.</summary>
    public async Task TrySendAsync(Frame frame, CancellationToken cancellationToken = default)
    {
        try
        {
            await SendAsync(frame, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception)
        {
            // Transports fail in ways of their own, and each of them means that nobody is there.
        }
    }

    public void Dispose() => _gate.Dispose();
}
