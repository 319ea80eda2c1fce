namespace Pipeline.Generated;

public static partial class ProxyCall
{
    /// <summary>Runs a sync member on the thread pool, in one of the proxy's slots, waiting for the slot before it takes a thread.</summary>
    public static Task<TResult> Run<TArgs, TResult>(
        ServiceProxy proxy, TArgs args, Func<TArgs, TResult> body, CancellationToken cancellationToken) =>
        Task.Run(() => body(args), cancellationToken);

    /// <inheritdoc cref="Run{TArgs, TResult}(ServiceProxy, TArgs, Func{TArgs, TResult}, CancellationToken)"/>
    public static Task Run<TArgs>(
        ServiceProxy proxy, TArgs args, Action<TArgs> body, CancellationToken cancellationToken) =>
        Task.Run(() => body(args), cancellationToken);

    /// <summary>A failed call as a task: canceled for an <see cref="OperationCanceledException"/>, faulted otherwise.</summary>
    public static Task<TResult> Failed<TResult>(Exception exception) => Task.FromException<TResult>(exception);

    /// <inheritdoc cref="Failed{TResult}(Exception)"/>
    public static Task Failed(Exception exception) => Task.FromException(exception);

    /// <summary>The failed task that stands in for a null one, naming the API that returned it.</summary>
    public static Task<TResult> NullTask<TResult>(string api) => throw new NotImplementedException();

    /// <inheritdoc cref="NullTask{TResult}(string)"/>
    public static Task NullTask(string api) => throw new NotImplementedException();

    /// <summary>The call itself, or a task that gives up waiting for it when the token is canceled; for an API that takes no token.</summary>
    public static Task<TResult> Abandonable<TResult>(Task<TResult> call, CancellationToken cancellationToken) => call;

    /// <inheritdoc cref="Abandonable{TResult}(Task{TResult}, CancellationToken)"/>
    public static Task Abandonable(Task call, CancellationToken cancellationToken) => call;
}
