using Pipeline.Transports;

namespace Pipeline.CompilerServices;

public static partial class ProxyCall
{
    /// <summary>An async API called from the sync view: blocks until it ends, free of deadlock under any synchronization context.</summary>
    public static TResult Invoke<TProxy, TArgs, TResult>(
        TProxy proxy, CallEndpoint<TProxy, TArgs, TResult> endpoint, TArgs args, CancellationToken cancellationToken)
        where TProxy : ServiceProxy
        where TArgs : struct =>
        CallPath.Of(proxy) is { } path
            ? path.Invoke(endpoint, args, cancellationToken)
            : SyncView.Wait(
                (proxy, endpoint, args, cancellationToken),
                static call => call.endpoint.InvokeAsync(call.proxy, call.args, call.cancellationToken));

    /// <summary>An async stream asked for on the sync view: starts at the first item asked for, blocks for each item.</summary>
    public static IEnumerable<TItem> Stream<TProxy, TArgs, TItem>(
        TProxy proxy, StreamEndpoint<TProxy, TArgs, TItem> endpoint, TArgs args, CancellationToken cancellationToken)
        where TProxy : ServiceProxy
        where TArgs : struct =>
        CallPath.Of(proxy) is { } path
            ? path.Stream(endpoint, args, cancellationToken)
            : SyncView.Enumerate(
                (proxy, endpoint, args),
                static (call, token) => call.endpoint.StreamAsync(call.proxy, call.args, token),
                cancellationToken);

    /// <summary>
    /// What a view does that does not say otherwise: runs the proxy's sync member on the thread pool, in one of the proxy's slots.
    /// </summary>
    public static Task<TResult> InvokeAsync<TProxy, TArgs, TResult>(
        ServiceProxyView view, CallEndpoint<TProxy, TArgs, TResult> endpoint, TArgs args, CancellationToken cancellationToken)
        where TProxy : ServiceProxy
        where TArgs : struct
    {
        ArgumentNullException.ThrowIfNull(view);
        if (view.Proxy is not TProxy proxy)
            return Task.FromException<TResult>(ViewWithoutProxy(view));

        return CallPath.Of(proxy) is { } path
            ? path.InvokeAsync(endpoint, args, cancellationToken)
            : Run(
                proxy,
                (proxy, endpoint, args, cancellationToken),
                static call => call.endpoint.Invoke(call.proxy, call.args, call.cancellationToken),
                cancellationToken);
    }

    /// <summary>
    /// What a view does that does not say otherwise: steps through the proxy's sync stream on the thread pool, in one of the
    /// proxy's slots for each step.
    /// </summary>
    public static IAsyncEnumerable<TItem> StreamAsync<TProxy, TArgs, TItem>(
        ServiceProxyView view, StreamEndpoint<TProxy, TArgs, TItem> endpoint, TArgs args, CancellationToken cancellationToken)
        where TProxy : ServiceProxy
        where TArgs : struct
    {
        ArgumentNullException.ThrowIfNull(view);
        if (view.Proxy is not TProxy proxy)
            return FailedStream<TItem>(ViewWithoutProxy(view));

        return CallPath.Of(proxy) is { } path
            ? path.StreamAsync(endpoint, args, cancellationToken)
            : Stream(
                proxy,
                (proxy, endpoint, args),
                static (call, token) => call.endpoint.Stream(call.proxy, call.args, token),
                cancellationToken);
    }

    private static InvalidOperationException ViewWithoutProxy(ServiceProxyView view) => new(
        $"{view.GetType()} belongs to no proxy: pass it to the proxy's constructor, or override the member that was called.");
}
