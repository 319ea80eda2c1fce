using System.Runtime.CompilerServices;
using Pipeline.CompilerServices;
using Pipeline.Transports;

namespace Pipeline.Calls;

/// <summary>The way through the stages of each API. Thread-safe.</summary>
/// <param name="routes">The route of each API, in the order of <see cref="ServiceDefinition.Apis"/>.</param>
internal sealed class StagedPath(CallRoute[] routes) : ServiceChannel
{
    private CallRoute[] _routes = routes;

    /// <inheritdoc/>
    public override TResult Invoke<TProxy, TArgs, TResult>(
        CallEndpoint<TProxy, TArgs, TResult> endpoint, TArgs args, CancellationToken cancellationToken)
    {
        var route = _routes[endpoint.Api];
        return route.RunsOnCallersThread
            ? new AnswerCall<TProxy, TArgs, TResult>(route, endpoint, args, isBlocking: true, cancellationToken).Run()
            : SyncView.Wait(
                (Path: this, endpoint, args, cancellationToken),
                static call => call.Path.InvokeAsync(call.endpoint, call.args, call.cancellationToken));
    }

    /// <inheritdoc/>
    public override Task<TResult> InvokeAsync<TProxy, TArgs, TResult>(
        CallEndpoint<TProxy, TArgs, TResult> endpoint, TArgs args, CancellationToken cancellationToken)
    {
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

    /// <inheritdoc/>
    public override IEnumerable<TItem> Stream<TProxy, TArgs, TItem>(
        StreamEndpoint<TProxy, TArgs, TItem> endpoint, TArgs args, CancellationToken cancellationToken) =>
        _routes[endpoint.Api].RunsOnCallersThread
            ? StreamHere(endpoint, args, cancellationToken)
            : SyncView.Enumerate(
                (Path: this, endpoint, args),
                static (call, token) => call.Path.StreamAsync(call.endpoint, call.args, token),
                cancellationToken);

    /// <inheritdoc/>
    public override async IAsyncEnumerable<TItem> StreamAsync<TProxy, TArgs, TItem>(
        StreamEndpoint<TProxy, TArgs, TItem> endpoint, TArgs args, [EnumeratorCancellation] CancellationToken cancellationToken)
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

    /// <summary>Takes other routes for calls to come.</summary>
    public void Use(CallRoute[] routes) => Volatile.Write(ref _routes, routes);

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
