namespace Pipeline.Conformance.Tests.Loopback;

/// <summary>A stream the other side reads.</summary>
internal interface IServedStream : IAsyncDisposable
{
    /// <summary>The next item as bytes; none at the end.</summary>
    Task<byte[]> NextAsync();
}

/// <inheritdoc cref="IServedStream"/>
internal sealed class ServedStream<T>(IAsyncEnumerator<T> items, WireSerializer serializer, IDisposable? call = null) : IServedStream
{
    public async Task<byte[]> NextAsync() => await items.MoveNextAsync() ? serializer.Serialize(items.Current) : [];

    public async ValueTask DisposeAsync()
    {
        await items.DisposeAsync();
        call?.Dispose();
    }
}
