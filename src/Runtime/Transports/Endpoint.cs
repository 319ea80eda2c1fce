using System.ComponentModel;
using Pipeline.CompilerServices;

namespace Pipeline.Transports;

/// <summary>
/// One API as a channel sees it: the types of its arguments and of its result, and how a proxy is called with them. Written at
/// compile time, so that neither side of a channel needs reflection.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Advanced)]
public abstract class Endpoint
{
    private protected Endpoint(int api, bool takesToken)
    {
        Api = api;
        TakesToken = takesToken;
    }

    /// <summary>The API's place in <see cref="ServiceDefinition.Apis"/>.</summary>
    public int Api { get; }

    /// <summary>Whether the service's method takes a cancellation token; one that does not runs on when its call is given up.</summary>
    public bool TakesToken { get; }

    /// <summary>An API whose one answer is that it has ended.</summary>
    /// <typeparam name="TProxy">The service's <c>X.Proxy</c>.</typeparam>
    /// <typeparam name="TArgs">A value tuple of the arguments, the token left out.</typeparam>
    /// <param name="api">The API's place in <see cref="ServiceDefinition.Apis"/>.</param>
    /// <param name="takesToken">Whether the service's method takes a cancellation token.</param>
    /// <param name="invoke">Calls it on the sync view.</param>
    /// <param name="invokeAsync">Calls it on the async view.</param>
    public static CallEndpoint<TProxy, TArgs, NoResult> WithoutResult<TProxy, TArgs>(
        int api,
        bool takesToken,
        Action<TProxy, TArgs, CancellationToken> invoke,
        Func<TProxy, TArgs, CancellationToken, Task> invokeAsync)
        where TProxy : ServiceProxy
        where TArgs : struct
    {
        return new(api, takesToken, Invoke, InvokeAsync);

        NoResult Invoke(TProxy proxy, TArgs args, CancellationToken token)
        {
            invoke(proxy, args, token);
            return default;
        }

        async Task<NoResult> InvokeAsync(TProxy proxy, TArgs args, CancellationToken token)
        {
            await invokeAsync(proxy, args, token).ConfigureAwait(false);
            return default;
        }
    }

    /// <summary>Calls the visitor with the endpoint's own types.</summary>
    public abstract TOutput Accept<TOutput>(IEndpointVisitor<TOutput> visitor);
}
