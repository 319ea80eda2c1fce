using System.Runtime.CompilerServices;
using Pipeline.Calls;

namespace Pipeline.CompilerServices;

public static partial class ProxyCall
{
    /// <summary>
    /// A sync stream seen through the async view: starts at the first item asked for; the call and each step run on the pool,
    /// in a slot held for that step only. Canceled by either the call's token or the enumeration's, as <c>Run</c> is.
    /// </summary>
    internal static IAsyncEnumerable<T> Stream<TArgs, T>(
        ServiceProxy proxy, TArgs args, Func<TArgs, CancellationToken, IEnumerable<T>> start, CancellationToken cancellationToken) =>
        StreamFromPool(proxy, args, start, cancellationToken);

    /// <summary>
    /// An async stream seen through the async view: starts at the first item asked for; canceled by either the call's token or
    /// the enumeration's, item by item.
    /// </summary>
    public static IAsyncEnumerable<T> Stream<T>(
        Func<CancellationToken, IAsyncEnumerable<T>> start, CancellationToken cancellationToken) =>
        StreamFromService(start, static (start, token) => start(token), cancellationToken);

    /// <inheritdoc cref="Stream{T}(Func{CancellationToken, IAsyncEnumerable{T}}, CancellationToken)"/>
    internal static IAsyncEnumerable<T> Stream<TArgs, T>(
        TArgs args, Func<TArgs, CancellationToken, IAsyncEnumerable<T>> start, CancellationToken cancellationToken) =>
        StreamFromService(args, start, cancellationToken);

    /// <summary>
    /// The stream itself, except that it gives up waiting for an item when the token is canceled; for an API that takes no
    /// token. The service's enumerator is disposed of when the step given up ends.
    /// </summary>
    public static async IAsyncEnumerable<T> Abandonable<T>(
        IAsyncEnumerable<T> stream, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var items = ApiResult.NotNull(stream).GetAsyncEnumerator(cancellationToken);
        Task<bool>? step = null;
        try
        {
            while (await Abandonable(step = items.MoveNextAsync().AsTask(), cancellationToken).ConfigureAwait(false))
                yield return items.Current;
        }
        finally
        {
            await DisposeAfter(step, items).ConfigureAwait(false);
        }
    }

    /// <summary>The failed stream whose first item throws.</summary>
    internal static async IAsyncEnumerable<T> FailedStream<T>(Exception exception)
    {
        await Failed(exception).ConfigureAwait(false);
        yield break;
    }

    /// <summary>Disposes of a stream's enumerator; of one whose step was given up, when that step ends.</summary>
    internal static ValueTask DisposeAfter<T>(Task? step, IAsyncEnumerator<T> items)
    {
        if (step is not { IsCompleted: false })
            return items.DisposeAsync();

        Observe(DisposeAfterAsync(step, items));
        return default;
    }

    private static async IAsyncEnumerable<T> StreamFromService<TArgs, T>(
        TArgs args,
        Func<TArgs, CancellationToken, IAsyncEnumerable<T>> start,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var items = ApiResult.NotNull(start(args, cancellationToken)).WithCancellation(cancellationToken).ConfigureAwait(false);
        await foreach (var item in items)
        {
            yield return item;
            cancellationToken.ThrowIfCancellationRequested();
        }
    }

    private static async IAsyncEnumerable<T> StreamFromPool<TArgs, T>(
        ServiceProxy proxy,
        TArgs args,
        Func<TArgs, CancellationToken, IEnumerable<T>> start,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var items = new PooledEnumerator<T>(PoolSlots.Of(proxy), () => ApiResult.NotNull(start(args, cancellationToken)).GetEnumerator());
        try
        {
            while (await items.MoveNextAsync(cancellationToken).ConfigureAwait(false))
                yield return items.Current;
        }
        finally
        {
            await items.DisposeAsync().ConfigureAwait(false);
        }
    }

    private static async Task DisposeAfterAsync<T>(Task step, IAsyncEnumerator<T> items)
    {
        await step.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await items.DisposeAsync().ConfigureAwait(false);
    }
}
