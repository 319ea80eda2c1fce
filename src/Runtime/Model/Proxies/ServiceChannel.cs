using System.ComponentModel;
using Pipeline.CompilerServices;

namespace Pipeline.Transports;

/// <summary>
/// The way to a service that is not a bare call: with limits, deadlines and retries in this process, or over a transport to
/// another. The generated proxy packs a call's arguments in a value tuple and hands them over with the endpoint.
/// </summary>
/// <remarks>
/// Thread-safe, as proxies are. A transport implements the async members; the sync ones block on them, free of deadlock under a
/// synchronization context.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Advanced)]
public abstract class ServiceChannel : IAsyncDisposable
{
    /// <summary>Calls the API from the sync view.</summary>
    public virtual TResult Invoke<TProxy, TArgs, TResult>(
        CallEndpoint<TProxy, TArgs, TResult> endpoint, TArgs args, CancellationToken cancellationToken)
        where TProxy : ServiceProxy
        where TArgs : struct =>
        SyncView.Wait(
            (Channel: this, endpoint, args, cancellationToken),
            static call => call.Channel.InvokeAsync(call.endpoint, call.args, call.cancellationToken));

    /// <summary>
    /// Asks whether the service could be called now: completes if so, and fails with the reason if not. Connects where that is needed.
    /// By default nothing is asked.
    /// </summary>
    public virtual Task CheckHealthAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Closes what the channel has opened. The pipeline that asked for the channel does, once its services have stopped.</summary>
    public virtual ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return default;
    }

    /// <summary>Waits for a call on the sync view, free of deadlock under a synchronization context.</summary>
    /// <param name="state">What the call is made from.</param>
    /// <param name="call">Makes the call.</param>
    protected static TResult Wait<TState, TResult>(TState state, Func<TState, Task<TResult>> call) => SyncView.Wait(state, call);

    /// <summary>Calls the API from the async view. Never throws: whatever goes wrong is in the task.</summary>
    public abstract Task<TResult> InvokeAsync<TProxy, TArgs, TResult>(
        CallEndpoint<TProxy, TArgs, TResult> endpoint, TArgs args, CancellationToken cancellationToken)
        where TProxy : ServiceProxy
        where TArgs : struct;

    /// <summary>Streams from the API on the sync view; starts at the first item asked for.</summary>
    public virtual IEnumerable<TItem> Stream<TProxy, TArgs, TItem>(
        StreamEndpoint<TProxy, TArgs, TItem> endpoint, TArgs args, CancellationToken cancellationToken)
        where TProxy : ServiceProxy
        where TArgs : struct =>
        SyncView.Enumerate(
            (Channel: this, endpoint, args),
            static (call, token) => call.Channel.StreamAsync(call.endpoint, call.args, token),
            cancellationToken);

    /// <summary>Streams from the API on the async view; starts at the first item asked for. Never throws before that.</summary>
    public abstract IAsyncEnumerable<TItem> StreamAsync<TProxy, TArgs, TItem>(
        StreamEndpoint<TProxy, TArgs, TItem> endpoint, TArgs args, CancellationToken cancellationToken)
        where TProxy : ServiceProxy
        where TArgs : struct;
}
