using System.Runtime.CompilerServices;
using Pipeline.Channels;

namespace Pipeline.Calls;

internal sealed partial class PolicyChannel
{
    public override IEnumerable<TItem> Stream<TProxy, TArgs, TItem>(
        StreamEndpoint<TProxy, TArgs, TItem> endpoint, TArgs args, CancellationToken cancellationToken) =>
        policy.KindOf(endpoint) is ApiKind.SyncStream
            ? StreamHere(() => policy.Begin(endpoint, budget, cancellationToken), token => inner.Stream(endpoint, args, token))
            : base.Stream(endpoint, args, cancellationToken);

    public override async IAsyncEnumerable<TItem> StreamAsync<TProxy, TArgs, TItem>(
        StreamEndpoint<TProxy, TArgs, TItem> endpoint, TArgs args, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var call = policy.Begin(endpoint, budget, cancellationToken);
        var items = new StreamSteps<TItem>(call, inner.StreamAsync(endpoint, args, call.Token).GetAsyncEnumerator(call.Token));
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

    private static IEnumerable<TItem> StreamHere<TItem>(Func<RunningCall> begin, Func<CancellationToken, IEnumerable<TItem>> start)
    {
        var caller = CallContext.Current;
        using var call = begin();
        caller.Enter();
        using var items = start(call.Token).GetEnumerator();
        while (MoveNext(call, items))
            yield return items.Current;
    }

    private static bool MoveNext<TItem>(RunningCall call, IEnumerator<TItem> items)
    {
        var consumer = CallContext.Current;
        call.Context.Enter();
        try
        {
            call.ThrowIfLate();
            var moved = items.MoveNext();
            call.ThrowIfLate();
            return moved;
        }
        catch (Exception exception) when (call.Replace(exception) is { } other)
        {
            throw other;
        }
        finally
        {
            consumer.Enter();
        }
    }
}
