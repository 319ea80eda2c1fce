namespace Pipeline.Generated;

public static partial class ProxyCall
{
    /// <summary>Starts an async API and blocks until it ends, free of deadlock under any synchronization context.</summary>
    public static TResult Wait<TArgs, TResult>(TArgs args, Func<TArgs, Task<TResult>> start) => start(args).GetAwaiter().GetResult();

    /// <inheritdoc cref="Wait{TArgs, TResult}(TArgs, Func{TArgs, Task{TResult}})"/>
    public static void Wait<TArgs>(TArgs args, Func<TArgs, Task> start) => start(args).GetAwaiter().GetResult();
}
