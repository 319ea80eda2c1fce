using System.Runtime.CompilerServices;
using Pipeline.Transports;

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
        using var items = Step(call, (start, call.Token), static to => to.start(to.Token).GetEnumerator());
        while (Step(call, items, static items => items.MoveNext()))
            yield return items.Current;
    }

    private static TResult Step<TState, TResult>(RunningCall call, TState state, Func<TState, TResult> take)
    {
        var consumer = CallContext.Current;
        call.Context.Enter();
        try
        {
            call.ThrowIfLate();
            var result = take(state);
            call.ThrowIfLate();
            return result;
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
