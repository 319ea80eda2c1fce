using System.Runtime.CompilerServices;
using Pipeline.CompilerServices;
using Pipeline.Transports;

namespace Pipeline.Hosting;

/// <summary>Calls a service from outside of its pipeline, through the gate.</summary>
/// <param name="gate">The gate.</param>
/// <param name="service">The service.</param>
/// <param name="target">The proxy that reaches it.</param>
internal sealed class DrainingChannel(DrainGate gate, ServiceDefinition service, ServiceProxy target) : ServiceChannel
{
    public override TResult Invoke<TProxy, TArgs, TResult>(
        CallEndpoint<TProxy, TArgs, TResult> endpoint, TArgs args, CancellationToken cancellationToken)
    {
        using var call = new DrainedCall(gate, service, cancellationToken);
        return call.Run(
            (Endpoint: endpoint, Target: (TProxy)target, Args: args),
            static (to, token) => to.Endpoint.Invoke(to.Target, to.Args, token));
    }

    public override async Task<TResult> InvokeAsync<TProxy, TArgs, TResult>(
        CallEndpoint<TProxy, TArgs, TResult> endpoint, TArgs args, CancellationToken cancellationToken)
    {
        using var call = new DrainedCall(gate, service, cancellationToken);
        return await call.RunAsync(
            (Endpoint: endpoint, Target: (TProxy)target, Args: args),
            static (to, token) => to.Endpoint.InvokeAsync(to.Target, to.Args, token)).ConfigureAwait(false);
    }

    public override IEnumerable<TItem> Stream<TProxy, TArgs, TItem>(
        StreamEndpoint<TProxy, TArgs, TItem> endpoint, TArgs args, CancellationToken cancellationToken)
    {
        using var call = new DrainedCall(gate, service, cancellationToken);
        using var items = call.Run(
            (Endpoint: endpoint, Target: (TProxy)target, Args: args),
            static (to, token) => to.Endpoint.Stream(to.Target, to.Args, token).GetEnumerator());
        while (call.Run(items, static (items, _) => items.MoveNext()))
            yield return items.Current;
    }

    public override async IAsyncEnumerable<TItem> StreamAsync<TProxy, TArgs, TItem>(
        StreamEndpoint<TProxy, TArgs, TItem> endpoint, TArgs args, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var call = new DrainedCall(gate, service, cancellationToken);
        var items = endpoint.StreamAsync((TProxy)target, args, call.Token).GetAsyncEnumerator(call.Token);
        try
        {
            while (await call.RunAsync(items, static (items, _) => items.MoveNextAsync().AsTask()).ConfigureAwait(false))
                yield return items.Current;
        }
        finally
        {
            await items.DisposeAsync().ConfigureAwait(false);
        }
    }
}
