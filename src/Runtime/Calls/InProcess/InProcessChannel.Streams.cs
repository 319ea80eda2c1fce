using System.Runtime.CompilerServices;
using Pipeline.Channels;
using Pipeline.Generated;

namespace Pipeline.Calls;

internal sealed partial class InProcessChannel
{
    public override IEnumerable<TItem> Stream<TProxy, TArgs, TItem>(
        StreamEndpoint<TProxy, TArgs, TItem> endpoint, TArgs args, CancellationToken cancellationToken) =>
        service.KindOf(endpoint) is ApiKind.SyncStream
            ? StreamHere(endpoint, args, cancellationToken)
            : base.Stream(endpoint, args, cancellationToken);

    public override async IAsyncEnumerable<TItem> StreamAsync<TProxy, TArgs, TItem>(
        StreamEndpoint<TProxy, TArgs, TItem> endpoint, TArgs args, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var call = service.Begin(endpoint, budget, cancellationToken);
        var items = new InProcessItems<TProxy, TArgs, TItem>(service, endpoint, args, call);
        try
        {
            while (await items.MoveNextAsync().ConfigureAwait(false))
                yield return items.Current;
        }
        finally
        {
            await items.DisposeAsync().ConfigureAwait(false);
        }
    }

    private IEnumerable<TItem> StreamHere<TProxy, TArgs, TItem>(
        StreamEndpoint<TProxy, TArgs, TItem> endpoint, TArgs args, CancellationToken cancellationToken)
        where TProxy : ServiceProxy
        where TArgs : struct
    {
        var caller = CallContext.Current;
        using var call = service.Begin(endpoint, budget, cancellationToken);
        caller.Enter();
        using var items = new InProcessItemsHere<TProxy, TArgs, TItem>(service, endpoint, args, call);
        while (items.MoveNext())
            yield return items.Current;
    }
}
