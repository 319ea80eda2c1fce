using Pipeline.Channels;
using Pipeline.Generated;

namespace Pipeline.Calls;

/// <summary>Steps through a stream of one instance, in a slot for each step, never between two.</summary>
internal sealed class InProcessItems<TProxy, TArgs, TItem>(
    InProcessService service, StreamEndpoint<TProxy, TArgs, TItem> endpoint, TArgs args, RunningCall call) : IAsyncDisposable
    where TProxy : ServiceProxy
    where TArgs : struct
{
    private IAsyncEnumerator<TItem>? _items;
    private Task<bool>? _step;
    private int? _instance;

    public TItem Current => _items!.Current;

    public async Task<bool> MoveNextAsync()
    {
        // Each step begins where the consumer is by then.
        call.Context.Enter();
        try
        {
            call.ThrowIfOver();
            _step = await StartStepAsync().ConfigureAwait(false);
            return await ProxyCall.Abandonable(_step, call.GivesUp(endpoint.TakesToken)).ConfigureAwait(false);
        }
        catch (Exception exception) when (call.Replace(exception) is { } other)
        {
            throw other;
        }
    }

    /// <summary>Ends the stream; one whose step was given up ends when that step does.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_items is null)
            return;

        if (_step is { IsCompleted: false } step)
            _ = step.ContinueWith(_ => _items.DisposeAsync().AsTask(), TaskScheduler.Default);
        else
            await _items.DisposeAsync().ConfigureAwait(false);
    }

    private async Task<Task<bool>> StartStepAsync()
    {
        if (service.Limits is not { } limits)
            return Step(_instance ?? service.NextInstance());

        var slot = new AwaitedSlot { Required = _instance };
        if (!await slot.EnterAsync(limits, call.Token).ConfigureAwait(false))
            throw service.Overloaded(limits);
        var step = Step(slot.Instance);
        limits.ReleaseAfter(step, slot.Instance);
        return step;
    }

    private Task<bool> Step(int instance)
    {
        try
        {
            _instance = instance;
            var token = endpoint.TakesToken ? call.Token : CancellationToken.None;
            _items ??= endpoint.StreamAsync(service.Instance<TProxy>(instance), args, token).GetAsyncEnumerator(token);
            return _items.MoveNextAsync().AsTask();
        }
        catch (Exception exception)
        {
            return ProxyCall.Failed<bool>(exception);
        }
    }
}
