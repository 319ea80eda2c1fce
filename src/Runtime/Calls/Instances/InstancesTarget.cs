using Pipeline.CompilerServices;
using Pipeline.Transports;

namespace Pipeline.Calls;

/// <summary>Runs the body on an instance in this process: the one that the call has a slot of, otherwise each in its turn.</summary>
/// <param name="service">The service.</param>
/// <param name="instances">The bare proxy of each instance.</param>
internal sealed class InstancesTarget(ServiceDefinition service, IReadOnlyList<ServiceProxy> instances) : CallTarget
{
    private uint _next;

    /// <inheritdoc/>
    public override bool TakesToken(Endpoint endpoint) =>
        endpoint.TakesToken && service.Apis[endpoint.Api].Kind is ApiKind.Async or ApiKind.AsyncStream;

    /// <inheritdoc/>
    public override TResult Invoke<TProxy, TArgs, TResult>(Call call, CallEndpoint<TProxy, TArgs, TResult> endpoint, TArgs args) =>
        endpoint.Invoke(InstanceOf<TProxy>(call), args, call.Token);

    /// <inheritdoc/>
    public override Task<TResult> InvokeAsync<TProxy, TArgs, TResult>(
        Call call, CallEndpoint<TProxy, TArgs, TResult> endpoint, TArgs args)
    {
        var proxy = InstanceOf<TProxy>(call);
        if (service.Apis[endpoint.Api].Kind is not ApiKind.Sync)
            return endpoint.InvokeAsync(proxy, args, endpoint.TakesToken ? call.Token : CancellationToken.None);

        // The call has its slot. What ends the wait for the body is the call, which holds the slot until the body has ended.
        var body = new PooledBody<(Call Call, CallEndpoint<TProxy, TArgs, TResult> Endpoint, TProxy Proxy, TArgs Args), TResult>(
            (call, endpoint, proxy, args),
            static to =>
            {
                to.Call.ThrowIfGivenUp();
                return to.Endpoint.Invoke(to.Proxy, to.Args, to.Call.Token);
            },
            CancellationToken.None);
        return body.Start(null, CancellationToken.None);
    }

    /// <inheritdoc/>
    public override IEnumerator<TItem> Stream<TProxy, TArgs, TItem>(Call call, StreamEndpoint<TProxy, TArgs, TItem> endpoint, TArgs args) =>
        ApiResult.NotNull(endpoint.Stream(InstanceOf<TProxy>(call), args, call.Token)).GetEnumerator();

    /// <inheritdoc/>
    public override IAsyncEnumerator<TItem> StreamAsync<TProxy, TArgs, TItem>(
        Call call, StreamEndpoint<TProxy, TArgs, TItem> endpoint, TArgs args)
    {
        var proxy = InstanceOf<TProxy>(call);
        var token = endpoint.TakesToken ? call.Token : CancellationToken.None;
        return service.Apis[endpoint.Api].Kind is ApiKind.SyncStream
            ? new PooledItems<TItem>(() => ApiResult.NotNull(endpoint.Stream(proxy, args, token)).GetEnumerator())
            : endpoint.StreamAsync(proxy, args, token).GetAsyncEnumerator(token);
    }

    private TProxy InstanceOf<TProxy>(Call call)
        where TProxy : ServiceProxy =>
        (TProxy)instances[call.Instance ??= NextInstance()];

    private int NextInstance() => instances.Count == 1 ? 0 : (int)(Interlocked.Increment(ref _next) % (uint)instances.Count);
}
