using Pipeline.CompilerServices;
using Pipeline.Transports;

namespace Pipeline.Hosting;

/// <summary>Calls another proxy of the service: one that is known only when it is called.</summary>
/// <param name="find">The proxy; asked for at each call.</param>
internal sealed class ProxyChannel(Func<ServiceProxy> find) : ServiceChannel
{
    public override TResult Invoke<TProxy, TArgs, TResult>(
        CallEndpoint<TProxy, TArgs, TResult> endpoint, TArgs args, CancellationToken cancellationToken) =>
        endpoint.Invoke((TProxy)find(), args, cancellationToken);

    public override Task<TResult> InvokeAsync<TProxy, TArgs, TResult>(
        CallEndpoint<TProxy, TArgs, TResult> endpoint, TArgs args, CancellationToken cancellationToken) =>
        endpoint.InvokeAsync((TProxy)find(), args, cancellationToken);

    public override IEnumerable<TItem> Stream<TProxy, TArgs, TItem>(
        StreamEndpoint<TProxy, TArgs, TItem> endpoint, TArgs args, CancellationToken cancellationToken) =>
        endpoint.Stream((TProxy)find(), args, cancellationToken);

    public override IAsyncEnumerable<TItem> StreamAsync<TProxy, TArgs, TItem>(
        StreamEndpoint<TProxy, TArgs, TItem> endpoint, TArgs args, CancellationToken cancellationToken) =>
        endpoint.StreamAsync((TProxy)find(), args, cancellationToken);
}
