using Pipeline.CompilerServices;
using Pipeline.Transports;

namespace Pipeline.Calls;

/// <summary>A sync API of whichever instance has room for it.</summary>
internal sealed class EndpointCall<TProxy, TArgs, TResult>(
    InProcessService service, CallEndpoint<TProxy, TArgs, TResult> endpoint, TArgs args, CancellationToken cancellationToken)
    : PooledCall<TResult>(service.Pool, cancellationToken)
    where TProxy : ServiceProxy
    where TArgs : struct
{
    private readonly CancellationToken _cancellationToken = cancellationToken;

    protected override TResult Invoke() => endpoint.Invoke(service.Instance<TProxy>(Instance), args, _cancellationToken);
}
