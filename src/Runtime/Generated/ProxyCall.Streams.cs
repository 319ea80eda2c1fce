namespace Pipeline.Generated;

public static partial class ProxyCall
{
    /// <summary>An async stream seen through the sync view: blocks for each item.</summary>
    public static IEnumerable<T> Enumerate<TArgs, T>(TArgs args, Func<TArgs, CancellationToken, IAsyncEnumerable<T>> start, CancellationToken cancellationToken) =>
        throw new NotImplementedException();

    /// <summary>
    /// A sync stream seen through the async view: the call and each step run on the pool, in a slot held for that step only.
    /// </summary>
    public static IAsyncEnumerable<T> Stream<TArgs, T>(
        ServiceProxy proxy, TArgs args, Func<TArgs, CancellationToken, IEnumerable<T>> start, CancellationToken cancellationToken) =>
        throw new NotImplementedException();

    /// <summary>
    /// An async stream seen through the async view: starts at the first item asked for; canceled by either the call's token or
    /// the enumeration's, item by item.
    /// </summary>
    public static IAsyncEnumerable<T> Stream<TArgs, T>(
        TArgs args, Func<TArgs, CancellationToken, IAsyncEnumerable<T>> start, CancellationToken cancellationToken) =>
        throw new NotImplementedException();

    /// <summary>The failed stream whose first item throws.</summary>
    public static IAsyncEnumerable<T> FailedStream<T>(Exception exception) => throw new NotImplementedException();
}
