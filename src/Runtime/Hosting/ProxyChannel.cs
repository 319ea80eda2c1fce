using Pipeline.CompilerServices;
using Pipeline.Transports;

namespace Pipeline.Hosting;

/// <summary>Calls another proxy of the service: one that is known only when it is called, or that the application has made.</summary>
internal sealed class ProxyChannel(Func<ServiceProxy> find) : ServiceChannel
{
    private readonly Lazy<ServiceProxy> _target = new(find);

    public override TResult Invoke<TProxy, TArgs, TResult>(
        CallEndpoint<TProxy, TArgs, TResult> endpoint, TArgs args, CancellationToken cancellationToken) =>
        endpoint.Invoke((TProxy)_target.Value, args, cancellationToken);

    public override Task<TResult> InvokeAsync<TProxy, TArgs, TResult>(
        CallEndpoint<TProxy, TArgs, TResult> endpoint, TArgs args, CancellationToken cancellationToken) =>
        endpoint.InvokeAsync((TProxy)_target.Value, args, cancellationToken);

    public override IEnumerable<TItem> Stream<TProxy, TArgs, TItem>(
        StreamEndpoint<TProxy, TArgs, TItem> endpoint, TArgs args, CancellationToken cancellationToken) =>
        endpoint.Stream((TProxy)_target.Value, args, cancellationToken);

    public override IAsyncEnumerable<TItem> StreamAsync<TProxy, TArgs, TItem>(
        StreamEndpoint<TProxy, TArgs, TItem> endpoint, TArgs args, CancellationToken cancellationToken) =>
        endpoint.StreamAsync((TProxy)_target.Value, args, cancellationToken);
}
