namespace Pipeline.CompilerServices;

/// <summary>How the sync view of an async API waits, free of deadlock under any synchronization context or task scheduler.</summary>
internal static class SyncView
{
    /// <summary>Starts the API and blocks until it ends. Throws the API's own exception.</summary>
    public static TResult Wait<TArgs, TResult>(TArgs args, Func<TArgs, Task<TResult>> start) =>
        (ContinuesOnThePool ? ApiResult.NotNull(start(args)) : StartElsewhere(args, start)).GetAwaiter().GetResult();

    /// <inheritdoc cref="Wait{TArgs, TResult}(TArgs, Func{TArgs, Task{TResult}})"/>
    public static void Wait<TArgs>(TArgs args, Func<TArgs, Task> start) =>
        (ContinuesOnThePool ? ApiResult.NotNull(start(args)) : StartElsewhere(args, start)).GetAwaiter().GetResult();

    /// <summary>The items of a stream: starts at the first item asked for, blocks for each item.</summary>
    public static IEnumerable<T> Enumerate<TArgs, T>(
        TArgs args, Func<TArgs, CancellationToken, IAsyncEnumerable<T>> start, CancellationToken cancellationToken)
    {
        var items = ApiResult.NotNull(start(args, cancellationToken)).GetAsyncEnumerator(cancellationToken);
        try
        {
            while (Wait(items, static items => items.MoveNextAsync().AsTask()))
            {
                yield return items.Current;
                cancellationToken.ThrowIfCancellationRequested();
            }
        }
        finally
        {
            Wait(items, static items => items.DisposeAsync().AsTask());
        }
    }

    /// <summary>
    /// Whether the continuations of an API started here run on the pool. Otherwise they would queue for the thread that is
    /// about to block.
    /// </summary>
    private static bool ContinuesOnThePool =>
        (SynchronizationContext.Current is not { } context || context.GetType() == typeof(SynchronizationContext))
        && TaskScheduler.Current == TaskScheduler.Default;

    private static Task<TResult> StartElsewhere<TArgs, TResult>(TArgs args, Func<TArgs, Task<TResult>> start) =>
        Task.Run(() => ApiResult.NotNull(start(args)));

    private static Task StartElsewhere<TArgs>(TArgs args, Func<TArgs, Task> start) => Task.Run(() => ApiResult.NotNull(start(args)));
}
