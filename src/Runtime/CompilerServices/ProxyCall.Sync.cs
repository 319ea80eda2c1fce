namespace Pipeline.CompilerServices;

public static partial class ProxyCall
{
    /// <summary>
    /// Starts an async API and blocks until it ends, free of deadlock under any synchronization context or task scheduler.
    /// Throws the API's own exception.
    /// </summary>
    internal static TResult Wait<TArgs, TResult>(TArgs args, Func<TArgs, Task<TResult>> start)
    {
        ArgumentNullException.ThrowIfNull(start);
        return (ContinuesOnThePool ? NotNull(start(args)) : StartElsewhere(args, start)).GetAwaiter().GetResult();
    }

    /// <inheritdoc cref="Wait{TArgs, TResult}(TArgs, Func{TArgs, Task{TResult}})"/>
    internal static void Wait<TArgs>(TArgs args, Func<TArgs, Task> start)
    {
        ArgumentNullException.ThrowIfNull(start);
        (ContinuesOnThePool ? NotNull(start(args)) : StartElsewhere(args, start)).GetAwaiter().GetResult();
    }

    /// <summary>
    /// Whether the continuations of an API started here run on the pool. Otherwise they would queue for the thread that is
    /// about to block.
    /// </summary>
    private static bool ContinuesOnThePool =>
        (SynchronizationContext.Current is not { } context || context.GetType() == typeof(SynchronizationContext))
        && TaskScheduler.Current == TaskScheduler.Default;

    private static Task<TResult> StartElsewhere<TArgs, TResult>(TArgs args, Func<TArgs, Task<TResult>> start) =>
        Task.Run(() => NotNull(start(args)));

    private static Task StartElsewhere<TArgs>(TArgs args, Func<TArgs, Task> start) => Task.Run(() => NotNull(start(args)));

    private static TTask NotNull<TTask>(TTask? task)
        where TTask : Task =>
        task ?? throw new InvalidOperationException("An API returned null instead of a task.");
}
