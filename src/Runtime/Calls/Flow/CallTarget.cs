using Pipeline.CompilerServices;
using Pipeline.Transports;

namespace Pipeline.Calls;

/// <summary>The end of a call path: what runs the body, here or behind a transport.</summary>
internal abstract class CallTarget
{
    /// <summary>Whether the body observes the token that it is given.</summary>
    public abstract bool TakesToken(Endpoint endpoint);

    /// <summary>Runs a sync API on the caller's thread.</summary>
    public abstract TResult Invoke<TProxy, TArgs, TResult>(Call call, CallEndpoint<TProxy, TArgs, TResult> endpoint, TArgs args)
        where TProxy : ServiceProxy
        where TArgs : struct;

    /// <summary>Starts any API.</summary>
    public abstract Task<TResult> InvokeAsync<TProxy, TArgs, TResult>(
        Call call, CallEndpoint<TProxy, TArgs, TResult> endpoint, TArgs args)
        where TProxy : ServiceProxy
        where TArgs : struct;

    /// <summary>Starts a sync stream, whose steps run on the caller's thread.</summary>
    public abstract IEnumerator<TItem> Stream<TProxy, TArgs, TItem>(Call call, StreamEndpoint<TProxy, TArgs, TItem> endpoint, TArgs args)
        where TProxy : ServiceProxy
        where TArgs : struct;

    /// <summary>Starts any stream.</summary>
    public abstract IAsyncEnumerator<TItem> StreamAsync<TProxy, TArgs, TItem>(
        Call call, StreamEndpoint<TProxy, TArgs, TItem> endpoint, TArgs args)
        where TProxy : ServiceProxy
        where TArgs : struct;
}
