using Pipeline.Calls;

namespace Pipeline.CompilerServices;

public static partial class ProxyCall
{
    /// <summary>
    /// Runs a sync member on the thread pool in one of the proxy's slots, waiting for the slot before it takes a thread.
    /// Canceled while it waits, the call never runs; canceled while it runs, the task ends at once, and the body runs on in
    /// its slot, its outcome ignored.
    /// </summary>
    internal static Task<TResult> Run<TArgs, TResult>(
        ServiceProxy proxy, TArgs args, Func<TArgs, TResult> body, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(proxy);
        return new PooledBody<TArgs, TResult>(args, body, cancellationToken).Start(PoolSlots.Of(proxy), cancellationToken);
    }

    /// <inheritdoc cref="Run{TArgs, TResult}(ServiceProxy, TArgs, Func{TArgs, TResult}, CancellationToken)"/>
    internal static Task Run<TArgs>(
        ServiceProxy proxy, TArgs args, Action<TArgs> body, CancellationToken cancellationToken) =>
        Run(proxy, (Body: body, Args: args), Invoke, cancellationToken);

    /// <summary>A failed call as a task: canceled for an <see cref="OperationCanceledException"/>, faulted otherwise.</summary>
    public static Task<TResult> Failed<TResult>(Exception exception) => FailedTask.Of<TResult>(exception);

    /// <inheritdoc cref="Failed{TResult}(Exception)"/>
    public static Task Failed(Exception exception) => Failed<object?>(exception);

    /// <summary>The failed task that stands in for a null one, naming the API that returned it.</summary>
    public static Task<TResult> NullTask<TResult>(string api) =>
        Task.FromException<TResult>(new InvalidOperationException($"{api} returned null instead of a task."));

    /// <inheritdoc cref="NullTask{TResult}(string)"/>
    public static Task NullTask(string api) => NullTask<object?>(api);

    /// <summary>
    /// The call itself, or a task that gives up waiting for it when the token is canceled; for an API that takes no token.
    /// An exception of a call given up is observed. A null call stays null, for <see cref="NullTask{TResult}(string)"/> to name.
    /// </summary>
    public static Task<TResult> Abandonable<TResult>(Task<TResult> call, CancellationToken cancellationToken)
    {
        if (!CanBeAbandoned(call, cancellationToken))
            return call;

        Observe(call);
        return call.WaitAsync(cancellationToken);
    }

    /// <inheritdoc cref="Abandonable{TResult}(Task{TResult}, CancellationToken)"/>
    public static Task Abandonable(Task call, CancellationToken cancellationToken)
    {
        if (!CanBeAbandoned(call, cancellationToken))
            return call;

        Observe(call);
        return call.WaitAsync(cancellationToken);
    }

    private static object? Invoke<TArgs>((Action<TArgs> Body, TArgs Args) call)
    {
        call.Body(call.Args);
        return null;
    }

    private static bool CanBeAbandoned(Task? call, CancellationToken cancellationToken) =>
        call is { IsCompleted: false } && cancellationToken.CanBeCanceled;

    internal static void Observe(Task call) => TaskObserver.Observe(call);
}
