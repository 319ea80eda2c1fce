using System.Runtime.CompilerServices;
using Pipeline.CompilerServices;
using Pipeline.Transports;

namespace Pipeline.Calls;

internal sealed partial class InProcessChannel
{
    public override IEnumerable<TItem> Stream<TProxy, TArgs, TItem>(
        StreamEndpoint<TProxy, TArgs, TItem> endpoint, TArgs args, CancellationToken cancellationToken)
    {
        if (service.KindOf(endpoint) is not ApiKind.SyncStream)
            return base.Stream(endpoint, args, cancellationToken);

        return service.Limits is { } limits
            ? StreamInSlots(limits, endpoint, args, cancellationToken)
            : endpoint.Stream(service.NextInstance<TProxy>(), args, cancellationToken);
    }

    public override IAsyncEnumerable<TItem> StreamAsync<TProxy, TArgs, TItem>(
        StreamEndpoint<TProxy, TArgs, TItem> endpoint, TArgs args, CancellationToken cancellationToken)
    {
        if (service.KindOf(endpoint) is ApiKind.SyncStream)
            return StreamFromPoolAsync(endpoint, args, cancellationToken);

        return service.Limits is { } limits
            ? StreamInSlotsAsync(limits, endpoint, args, cancellationToken)
            : endpoint.StreamAsync(service.NextInstance<TProxy>(), args, cancellationToken);
    }

    private IEnumerable<TItem> StreamInSlots<TProxy, TArgs, TItem>(
        CallSlots limits, StreamEndpoint<TProxy, TArgs, TItem> endpoint, TArgs args, CancellationToken cancellationToken)
        where TProxy : ServiceProxy
        where TArgs : struct
    {
        using var items = new SlottedItems<TItem>(
            service, limits, instance => endpoint.Stream(service.Instance<TProxy>(instance), args, cancellationToken).GetEnumerator());
        while (items.MoveNext(cancellationToken))
            yield return items.Current;
    }

    private async IAsyncEnumerable<TItem> StreamFromPoolAsync<TProxy, TArgs, TItem>(
        StreamEndpoint<TProxy, TArgs, TItem> endpoint, TArgs args, [EnumeratorCancellation] CancellationToken cancellationToken)
        where TProxy : ServiceProxy
        where TArgs : struct
    {
        var items = new PooledEnumerator<TItem>(
            service.Pool,
            service.Unlimited,
            instance => ProxyCall.NotNull(endpoint.Stream(service.Instance<TProxy>(instance), args, cancellationToken)).GetEnumerator());
        try
        {
            while (await (items.MoveNextAsync(cancellationToken) ?? throw service.Overloaded(service.Pool)).ConfigureAwait(false))
                yield return items.Current;
        }
        finally
        {
            await items.DisposeAsync().ConfigureAwait(false);
        }
    }

    private async IAsyncEnumerable<TItem> StreamInSlotsAsync<TProxy, TArgs, TItem>(
        CallSlots limits,
        StreamEndpoint<TProxy, TArgs, TItem> endpoint,
        TArgs args,
        [EnumeratorCancellation] CancellationToken cancellationToken)
        where TProxy : ServiceProxy
        where TArgs : struct
    {
        var token = endpoint.TakesToken ? cancellationToken : CancellationToken.None;
        var items = new SlottedAsyncItems<TItem>(
            service, limits, instance => endpoint.StreamAsync(service.Instance<TProxy>(instance), args, token).GetAsyncEnumerator(token));
        try
        {
            while (await items.MoveNextAsync(endpoint.TakesToken, cancellationToken).ConfigureAwait(false))
                yield return items.Current;
        }
        finally
        {
            await items.DisposeAsync().ConfigureAwait(false);
        }
    }
}
