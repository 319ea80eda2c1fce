using Pipeline.CompilerServices;

namespace Pipeline.Calls;

/// <summary>Takes the items of a stream one by one within the call it belongs to.</summary>
internal sealed class StreamSteps<TItem>(RunningCall call, IAsyncEnumerator<TItem> items) : IAsyncDisposable
{
    private Task<bool>? _step;

    public TItem Current => items.Current;

    public async Task<bool> MoveNextAsync()
    {
        // Each step begins where the consumer is by then.
        call.Context.Enter();
        try
        {
            call.ThrowIfLate();
            _step = items.MoveNextAsync().AsTask();
            return await call.UntilLate(_step).ConfigureAwait(false);
        }
        catch (Exception exception) when (call.Replace(exception) is { } other)
        {
            throw other;
        }
    }

    public ValueTask DisposeAsync() => ProxyCall.DisposeAfter(_step, items);
}
