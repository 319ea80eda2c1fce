namespace Pipeline;

public static partial class Gather
{
    /// <summary>
    /// Calls <paramref name="body"/> for each item, so many at a time. A failure keeps what has not started from starting and cancels
    /// the token of the items behind it; once all have stopped, the failure of the first item in input order is thrown, and
    /// <see cref="FailuresOf"/> the returned task has what else failed by then. Nothing is kept of an item that is done, so the source
    /// may be endless.
    /// </summary>
    /// <inheritdoc cref="Each{TItem, TResult}(IEnumerable{TItem}, Func{TItem, CancellationToken, Task{TResult}}, int?, IProgress{int}?,
    /// CancellationToken)"/>
    public static Task Each<TItem>(
        IEnumerable<TItem> source,
        Func<TItem, CancellationToken, Task> body,
        int? maxConcurrency = null,
        IProgress<int>? progress = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(source);
        return Each(source.ToAsyncEnumerable(), body, maxConcurrency, progress, cancellationToken);
    }

    /// <inheritdoc cref="Each{TItem}(IEnumerable{TItem}, Func{TItem, CancellationToken, Task}, int?, IProgress{int}?, CancellationToken)"/>
    public static Task Each<TItem>(
        IAsyncEnumerable<TItem> source,
        Func<TItem, CancellationToken, Task> body,
        int? maxConcurrency = null,
        IProgress<int>? progress = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(body);
        return FanOut<TItem, ValueTuple>(
            source,
            async (item, token) =>
            {
                await (body(item, token) ?? Branch.NoTask<ValueTuple>()).ConfigureAwait(false);
                return default;
            },
            results: null,
            FanOutOptions.Of(maxConcurrency, progress, cancellationToken));
    }
}
