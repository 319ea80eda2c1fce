namespace Pipeline.Remote.Exchanges;

/// <summary>One enumeration of a stream that is an argument, for the service.</summary>
#pragma warning disable CA1001 // The source has no timer and nobody takes its wait handle: there is nothing to dispose of.
internal abstract class ArgumentReader
#pragma warning restore CA1001
{
    private readonly CancellationTokenSource _cancellation = new();

    /// <summary>Stands for the token that the service reads with.</summary>
    public CancellationToken Token => _cancellation.Token;

    // Canceled when this returns; what is registered runs elsewhere.
    public void Cancel() => _ = _cancellation.CancelAsync();

    /// <summary>The next item as a frame, or that there is none.</summary>
    public abstract Task<Frame> NextAsync();

    public abstract Task CloseAsync();
}

/// <inheritdoc cref="ArgumentReader"/>
internal sealed class ArgumentReader<T>(IAsyncEnumerable<T> stream, PipelineCodec codec) : ArgumentReader
{
    private IAsyncEnumerator<T>? _items;

    public override async Task<Frame> NextAsync()
    {
        _items ??= stream.GetAsyncEnumerator(Token);
        return await _items.MoveNextAsync().ConfigureAwait(false)
            ? new() { Kind = FrameKind.ArgumentItem, Body = new(codec.Pack(_items.Current)) }
            : new() { Kind = FrameKind.ArgumentEnd };
    }

    public override async Task CloseAsync()
    {
        if (_items is not null)
            await _items.DisposeAsync().ConfigureAwait(false);
    }
}
