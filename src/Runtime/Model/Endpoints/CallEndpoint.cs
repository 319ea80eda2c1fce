using System.ComponentModel;
using Pipeline.CompilerServices;

namespace Pipeline.Transports;

/// <summary>An API with one answer.</summary>
/// <typeparam name="TProxy">The service's <c>X.Proxy</c>.</typeparam>
/// <typeparam name="TArgs">A value tuple of the arguments, the token left out.</typeparam>
/// <typeparam name="TResult">The bare result; <see cref="NoResult"/> for none.</typeparam>
[EditorBrowsable(EditorBrowsableState.Advanced)]
public sealed class CallEndpoint<TProxy, TArgs, TResult> : Endpoint
    where TProxy : ServiceProxy
    where TArgs : struct
{
    private readonly Func<TProxy, TArgs, CancellationToken, TResult> _invoke;
    private readonly Func<TProxy, TArgs, CancellationToken, Task<TResult>> _invokeAsync;

    /// <summary>Made by generated code.</summary>
    /// <param name="api">The API's place in <see cref="ServiceDefinition.Apis"/>.</param>
    /// <param name="takesToken">Whether the service's method takes a cancellation token.</param>
    /// <param name="invoke">Calls it on the sync view.</param>
    /// <param name="invokeAsync">Calls it on the async view.</param>
    /// <param name="parameters">The parameters in the order of the arguments; none where it is left out.</param>
    public CallEndpoint(
        int api,
        bool takesToken,
        Func<TProxy, TArgs, CancellationToken, TResult> invoke,
        Func<TProxy, TArgs, CancellationToken, Task<TResult>> invokeAsync,
        IReadOnlyList<Parameter<TArgs>>? parameters = null)
        : base(api, takesToken, parameters)
    {
        Parameters = parameters ?? [];
        _invoke = invoke;
        _invokeAsync = invokeAsync;
    }

    /// <inheritdoc cref="Endpoint.Parameters"/>
    public new IReadOnlyList<Parameter<TArgs>> Parameters { get; }

    /// <inheritdoc/>
    public override Type? ResultType => typeof(TResult) == typeof(NoResult) ? null : typeof(TResult);

    /// <summary>Calls the proxy's sync view.</summary>
    public TResult Invoke(TProxy proxy, TArgs args, CancellationToken cancellationToken) => _invoke(proxy, args, cancellationToken);

    /// <summary>Calls the proxy's async view.</summary>
    public Task<TResult> InvokeAsync(TProxy proxy, TArgs args, CancellationToken cancellationToken) =>
        _invokeAsync(proxy, args, cancellationToken);

    /// <inheritdoc/>
    public override TOutput Accept<TOutput>(IEndpointVisitor<TOutput> visitor)
    {
        ArgumentNullException.ThrowIfNull(visitor);
        return visitor.Visit(this);
    }
}
