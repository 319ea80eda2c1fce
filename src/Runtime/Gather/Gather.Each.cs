namespace Pipeline;

public static partial class Gather
{
    /// <summary>
    /// Calls <paramref name="body"/> for each item, so many at a time, and returns the results in the order of the items. A failure
    /// keeps what has not started from starting and cancels the token of the items behind it; once all have stopped, the failure of
    /// the first item in input order is thrown, and <see cref="FailuresOf"/> the returned task has what else failed by then.
    /// </summary>
    /// <remarks>
    /// Items before a failed one go on to their end, with a token that is not canceled. So what is thrown does not depend on timing: it
    /// is what a loop over the items, one after the other, would have thrown. The source and its end come after all items.
    /// </remarks>
    /// <param name="source">
    /// The items. They are taken one by one, as workers are free for them, so the source may be large and lazy; an exception out of it
    /// is a failure behind all items taken before.
    /// </param>
    /// <param name="body">
    /// What to do with an item. It runs on the thread pool, so that bodies that never await run side by side too.
    /// </param>
    /// <param name="maxConcurrency">
    /// How many items may be in progress at a time; by default as many as there are processors. Calls that wait for a network or a
    /// disk can do with more.
    /// </param>
    /// <param name="progress">Told how many items are done, one report at a time, each higher than the last.</param>
    /// <param name="cancellationToken">
    /// Stops the work as a failure does. The <see cref="OperationCanceledException"/> carries this token.
    /// </param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="maxConcurrency"/> is less than one.</exception>
    public static Task<TResult[]> Each<TItem, TResult>(
        IEnumerable<TItem> source,
        Func<TItem, CancellationToken, Task<TResult>> body,
        int? maxConcurrency = null,
        IProgress<int>? progress = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(source);
        _ = source.TryGetNonEnumeratedCount(out int count);
        return FanOut(
            source.ToAsyncEnumerable(), body, new OrderedResults<TResult>(count),
            FanOutOptions.Of(maxConcurrency, progress, cancellationToken));
    }

    /// <inheritdoc cref="Each{TItem, TResult}(IEnumerable{TItem}, Func{TItem, CancellationToken, Task{TResult}}, int?, IProgress{int}?,
    /// CancellationToken)"/>
    public static Task<TResult[]> Each<TItem, TResult>(
        IAsyncEnumerable<TItem> source,
        Func<TItem, CancellationToken, Task<TResult>> body,
        int? maxConcurrency = null,
        IProgress<int>? progress = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(source);
        return FanOut(
            source, body, new OrderedResults<TResult>(0), FanOutOptions.Of(maxConcurrency, progress, cancellationToken));
    }

    private static Task<TResult[]> FanOut<TItem, TResult>(
        IAsyncEnumerable<TItem> source,
        Func<TItem, CancellationToken, Task<TResult>> body,
        OrderedResults<TResult>? results,
        FanOutOptions options)
    {
        ArgumentNullException.ThrowIfNull(body);
        return Join<FanOut<TItem, TResult>, TResult[]>.Start(new(source, body, results, options));
    }
}
