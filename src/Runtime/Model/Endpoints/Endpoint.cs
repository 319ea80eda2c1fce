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
    private protected Endpoint(int api, bool takesToken, IReadOnlyList<ParameterDefinition>? parameters)
    {
        Api = api;
        TakesToken = takesToken;
        Parameters = parameters ?? [];
    }

    /// <summary>The API's place in <see cref="ServiceDefinition.Apis"/>.</summary>
    public int Api { get; }

    /// <summary>Whether the service's method takes a cancellation token; one that does not runs on when its call is given up.</summary>
    public bool TakesToken { get; }

    /// <summary>The parameters in the order of the packed arguments, the token left out.</summary>
    public IReadOnlyList<ParameterDefinition> Parameters { get; }

    /// <summary>The type of the bare result, or of a stream's items; null for an API without a result.</summary>
    public abstract Type? ResultType { get; }

    /// <summary>An API whose one answer is that it has ended.</summary>
    /// <typeparam name="TProxy">The service's <c>X.Proxy</c>.</typeparam>
    /// <typeparam name="TArgs">A value tuple of the arguments, the token left out.</typeparam>
    /// <param name="api">The API's place in <see cref="ServiceDefinition.Apis"/>.</param>
    /// <param name="takesToken">Whether the service's method takes a cancellation token.</param>
    /// <param name="invoke">Calls it on the sync view.</param>
    /// <param name="invokeAsync">Calls it on the async view.</param>
    /// <param name="parameters">The parameters in the order of the arguments; none where it is left out.</param>
    public static CallEndpoint<TProxy, TArgs, NoResult> WithoutResult<TProxy, TArgs>(
        int api,
        bool takesToken,
        Action<TProxy, TArgs, CancellationToken> invoke,
        Func<TProxy, TArgs, CancellationToken, Task> invokeAsync,
        IReadOnlyList<Parameter<TArgs>>? parameters = null)
        where TProxy : ServiceProxy
        where TArgs : struct
    {
        return new(api, takesToken, Invoke, InvokeAsync, parameters);

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
