namespace Pipeline.Conformance.Tests.Loopback;

/// <summary>A call or a stream that runs for the other side, with the token that stands for the one there.</summary>
#pragma warning disable CA1001 // The source has no timer and nobody takes its wait handle: there is nothing to dispose of.
internal sealed class ServedScope
#pragma warning restore CA1001
{
    private readonly CancellationTokenSource _cancellation = new();
    private readonly Func<CancellationToken, IServedStream>? _start;
    private IServedStream? _stream;

    /// <param name="isCanceled">Whether the token there was canceled before.</param>
    /// <param name="start">Opens the stream, if it is one.</param>
    public ServedScope(bool isCanceled, Func<CancellationToken, IServedStream>? start)
    {
        _start = start;
        if (isCanceled)
            Cancel();
    }

    public CancellationToken Token => _cancellation.Token;

    // Canceled when this returns; whoever has registered runs elsewhere.
    public void Cancel() => _ = _cancellation.CancelAsync();

    public Task<byte[]> NextAsync() => (_stream ??= _start!(Token)).NextAsync();

    public async Task<byte[]> CloseAsync()
    {
        if (_stream is not null)
            await _stream.DisposeAsync();
        return [];
    }
}
