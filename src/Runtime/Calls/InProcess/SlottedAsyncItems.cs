using Pipeline.CompilerServices;

namespace Pipeline.Calls;

/// <summary>Steps through a stream of one instance, in a slot for each step, never between two.</summary>
internal sealed class SlottedAsyncItems<TItem>(InProcessService service, CallSlots limits, Func<int, IAsyncEnumerator<TItem>> open)
    : IAsyncDisposable
{
    private IAsyncEnumerator<TItem>? _items;
    private Task<bool>? _step;
    private int? _instance;

    public TItem Current => _items!.Current;

    /// <summary>Takes the next step.</summary>
    /// <param name="takesToken">Whether the service is told to stop; otherwise a canceled step is given up, and keeps its slot.</param>
    /// <param name="cancellationToken">The caller's.</param>
    public async Task<bool> MoveNextAsync(bool takesToken, CancellationToken cancellationToken)
    {
        if (!takesToken)
            cancellationToken.ThrowIfCancellationRequested();
        if (!limits.TryTake(_instance, out var instance))
        {
            var slot = new AwaitedSlot { Required = _instance };
            if (!await slot.EnterAsync(limits, cancellationToken).ConfigureAwait(false))
                throw service.Overloaded(limits);
            instance = slot.Instance;
        }

        _step = Step(instance);
        limits.ReleaseAfter(_step, instance);
        return await (takesToken ? _step : ProxyCall.Abandonable(_step, cancellationToken)).ConfigureAwait(false);
    }

    public ValueTask DisposeAsync() => _items is null ? default : ProxyCall.DisposeAfter(_step, _items);

    private Task<bool> Step(int instance)
    {
        try
        {
            _instance = instance;
            _items ??= open(instance);
            return _items.MoveNextAsync().AsTask();
        }
        catch (Exception exception)
        {
            return ProxyCall.Failed<bool>(exception);
        }
    }
}
