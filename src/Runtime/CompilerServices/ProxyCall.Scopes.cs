using System.Runtime.CompilerServices;

namespace Pipeline.CompilerServices;

public static partial class ProxyCall
{
    /// <summary>Calls a sync API in a scope of its own.</summary>
    public static TResult InScope<TResult>(ServiceProxy proxy, Func<CallScope, TResult> body)
    {
        ArgumentNullException.ThrowIfNull(body);
        using var scope = CallScope.Open(proxy);
        return body(scope);
    }

    /// <inheritdoc cref="InScope{TResult}(ServiceProxy, Func{CallScope, TResult})"/>
    public static void InScope(ServiceProxy proxy, Action<CallScope> body)
    {
        ArgumentNullException.ThrowIfNull(body);
        using var scope = CallScope.Open(proxy);
        body(scope);
    }

    /// <summary>Calls an async API in a scope of its own, which lasts until the task ends.</summary>
    public static async Task<TResult> InScopeAsync<TResult>(ServiceProxyView view, Func<CallScope, Task<TResult>> body)
    {
        ArgumentNullException.ThrowIfNull(view);
        ArgumentNullException.ThrowIfNull(body);
        var scope = CallScope.Open(view.Proxy);
        await using (scope.ConfigureAwait(false))
            return await ApiResult.NotNull(body(scope)).ConfigureAwait(false);
    }

    /// <inheritdoc cref="InScopeAsync{TResult}(ServiceProxyView, Func{CallScope, Task{TResult}})"/>
    public static async Task InScopeAsync(ServiceProxyView view, Func<CallScope, Task> body)
    {
        ArgumentNullException.ThrowIfNull(view);
        ArgumentNullException.ThrowIfNull(body);
        var scope = CallScope.Open(view.Proxy);
        await using (scope.ConfigureAwait(false))
            await ApiResult.NotNull(body(scope)).ConfigureAwait(false);
    }

    /// <summary>Streams from a sync API in a scope of its own, which lasts until the enumeration ends.</summary>
    public static IEnumerable<T> StreamInScope<T>(ServiceProxy proxy, Func<CallScope, IEnumerable<T>> start)
    {
        ArgumentNullException.ThrowIfNull(start);
        return Stream();

        IEnumerable<T> Stream()
        {
            using var scope = CallScope.Open(proxy);
            foreach (var item in ApiResult.NotNull(start(scope)))
                yield return item;
        }
    }

    /// <summary>Streams from an async API in a scope of its own, which lasts until the enumeration ends.</summary>
    public static async IAsyncEnumerable<T> StreamInScopeAsync<T>(
        ServiceProxyView view,
        Func<CallScope, IAsyncEnumerable<T>> start,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(view);
        ArgumentNullException.ThrowIfNull(start);
        var scope = CallScope.Open(view.Proxy);
        await using (scope.ConfigureAwait(false))
        {
            await foreach (var item in ApiResult.NotNull(start(scope)).WithCancellation(cancellationToken).ConfigureAwait(false))
                yield return item;
        }
    }
}
