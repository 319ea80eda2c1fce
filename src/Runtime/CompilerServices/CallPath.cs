using System.ComponentModel;
using Pipeline.Transports;

namespace Pipeline.CompilerServices;

/// <summary>
/// What a call passes between a proxy and the service when it is not bare. The generated proxy packs a call's arguments in a value
/// tuple and hands them over with the endpoint.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class CallPath
{
    private readonly ServiceChannel _channel;

    internal CallPath(ServiceChannel channel) => _channel = channel;

    /// <summary>The path of the proxy's calls; null while they are bare.</summary>
    public static CallPath? Of(ServiceProxy proxy)
    {
        ArgumentNullException.ThrowIfNull(proxy);
        return proxy.Path;
    }

    /// <summary>The path of the view's calls; null while they are bare.</summary>
    public static CallPath? Of(ServiceProxyView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        return view.Proxy?.Path;
    }

    /// <summary>Calls the API from the sync view.</summary>
    public TResult Invoke<TProxy, TArgs, TResult>(
        CallEndpoint<TProxy, TArgs, TResult> endpoint, TArgs args, CancellationToken cancellationToken)
        where TProxy : ServiceProxy
        where TArgs : struct =>
        _channel.Invoke(endpoint, args, cancellationToken);

    /// <summary>Calls the API from the async view. Never throws: whatever goes wrong is in the task.</summary>
    public Task<TResult> InvokeAsync<TProxy, TArgs, TResult>(
        CallEndpoint<TProxy, TArgs, TResult> endpoint, TArgs args, CancellationToken cancellationToken)
        where TProxy : ServiceProxy
        where TArgs : struct =>
        _channel.InvokeAsync(endpoint, args, cancellationToken);

    /// <summary>Streams from the API on the sync view; starts at the first item asked for.</summary>
    public IEnumerable<TItem> Stream<TProxy, TArgs, TItem>(
        StreamEndpoint<TProxy, TArgs, TItem> endpoint, TArgs args, CancellationToken cancellationToken)
        where TProxy : ServiceProxy
        where TArgs : struct =>
        _channel.Stream(endpoint, args, cancellationToken);

    /// <summary>Streams from the API on the async view; starts at the first item asked for. Never throws before that.</summary>
    public IAsyncEnumerable<TItem> StreamAsync<TProxy, TArgs, TItem>(
        StreamEndpoint<TProxy, TArgs, TItem> endpoint, TArgs args, CancellationToken cancellationToken)
        where TProxy : ServiceProxy
        where TArgs : struct =>
        _channel.StreamAsync(endpoint, args, cancellationToken);
}
