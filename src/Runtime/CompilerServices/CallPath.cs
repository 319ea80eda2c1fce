using System.ComponentModel;
using System.Runtime.CompilerServices;
using Pipeline.Calls;
using Pipeline.Transports;

namespace Pipeline.CompilerServices;

/// <summary>Where a proxy's calls go that are not bare.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class CallPath
{
    private readonly ServiceChannel? _channel;
    private CallRoute[] _routes;

    /// <summary>The way through the stages of each API.</summary>
    internal CallPath(CallRoute[] routes) => _routes = routes;

    /// <summary>The way through a channel and nothing else.</summary>
    internal CallPath(ServiceChannel channel)
    {
        _channel = channel;
        _routes = [];
    }

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

    /// <summary>Calls an API from the sync view.</summary>
    public TResult Invoke<TProxy, TArgs, TResult>(
        CallEndpoint<TProxy, TArgs, TResult> endpoint, TArgs args, CancellationToken cancellationToken)
        where TProxy : ServiceProxy
        where TArgs : struct
    {
        ArgumentNullException.ThrowIfNull(endpoint);
        if (_channel is not null)
            return _channel.Invoke(endpoint, args, cancellationToken);

        var route = _routes[endpoint.Api];
        return route.RunsOnCallersThread
            ? new AnswerCall<TProxy, TArgs, TResult>(route, endpoint, args, isBlocking: true, cancellationToken).Run()
            : ProxyCall.Wait(
                (Path: this, endpoint, args, cancellationToken),
                static call => call.Path.InvokeAsync(call.endpoint, call.args, call.cancellationToken));
    }

    /// <summary>Calls an API from the async view. Never throws: whatever goes wrong is in the task.</summary>
    public Task<TResult> InvokeAsync<TProxy, TArgs, TResult>(
        CallEndpoint<TProxy, TArgs, TResult> endpoint, TArgs args, CancellationToken cancellationToken)
        where TProxy : ServiceProxy
        where TArgs : struct
    {
        ArgumentNullException.ThrowIfNull(endpoint);
        if (_channel is not null)
            return _channel.InvokeAsync(endpoint, args, cancellationToken);

        try
        {
            return new AnswerCall<TProxy, TArgs, TResult>(_routes[endpoint.Api], endpoint, args, isBlocking: false, cancellationToken)
                .StartAsync();
        }
        catch (CallDepthException exception)
        {
            return Task.FromException<TResult>(exception);
        }
    }

    /// <summary>Streams from an API on the sync view; starts at the first item asked for.</summary>
    public IEnumerable<TItem> Stream<TProxy, TArgs, TItem>(
        StreamEndpoint<TProxy, TArgs, TItem> endpoint, TArgs args, CancellationToken cancellationToken)
        where TProxy : ServiceProxy
        where TArgs : struct
    {
        ArgumentNullException.ThrowIfNull(endpoint);
        if (_channel is not null)
            return _channel.Stream(endpoint, args, cancellationToken);

        return _routes[endpoint.Api].RunsOnCallersThread
            ? StreamHere(endpoint, args, cancellationToken)
            : ProxyCall.Enumerate(
                (Path: this, endpoint, args),
                static (call, token) => call.Path.StreamAsync(call.endpoint, call.args, token),
                cancellationToken);
    }

    /// <summary>Streams from an API on the async view; starts at the first item asked for. Never throws before that.</summary>
    public IAsyncEnumerable<TItem> StreamAsync<TProxy, TArgs, TItem>(
        StreamEndpoint<TProxy, TArgs, TItem> endpoint, TArgs args, CancellationToken cancellationToken)
        where TProxy : ServiceProxy
        where TArgs : struct
    {
        ArgumentNullException.ThrowIfNull(endpoint);
        return _channel is null ? StreamLaterAsync(endpoint, args, cancellationToken) : _channel.StreamAsync(endpoint, args, cancellationToken);
    }

    /// <summary>Takes other routes for calls to come.</summary>
    internal void Use(CallRoute[] routes) => Volatile.Write(ref _routes, routes);

    private async IAsyncEnumerable<TItem> StreamLaterAsync<TProxy, TArgs, TItem>(
        StreamEndpoint<TProxy, TArgs, TItem> endpoint, TArgs args, [EnumeratorCancellation] CancellationToken cancellationToken)
        where TProxy : ServiceProxy
        where TArgs : struct
    {
        var call = new StreamCall<TProxy, TArgs, TItem>(_routes[endpoint.Api], endpoint, args, isBlocking: false, cancellationToken);
        try
        {
            while (await call.MoveNextAsync().ConfigureAwait(false))
                yield return call.Current;
        }
        finally
        {
            await call.DisposeAsync().ConfigureAwait(false);
        }
    }

    private IEnumerable<TItem> StreamHere<TProxy, TArgs, TItem>(
        StreamEndpoint<TProxy, TArgs, TItem> endpoint, TArgs args, CancellationToken cancellationToken)
        where TProxy : ServiceProxy
        where TArgs : struct
    {
        using var call = new StreamCall<TProxy, TArgs, TItem>(_routes[endpoint.Api], endpoint, args, isBlocking: true, cancellationToken);
        while (call.MoveNext())
            yield return call.Current;
    }
}
