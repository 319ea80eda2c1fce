using System.ComponentModel;
using Pipeline.CompilerServices;

namespace Pipeline.Transports;

/// <summary>An API that answers item by item.</summary>
/// <typeparam name="TProxy">The service's <c>X.Proxy</c>.</typeparam>
/// <typeparam name="TArgs">A value tuple of the arguments, the token left out.</typeparam>
/// <typeparam name="TItem">The items' type.</typeparam>
[EditorBrowsable(EditorBrowsableState.Advanced)]
public sealed class StreamEndpoint<TProxy, TArgs, TItem> : Endpoint
    where TProxy : ServiceProxy
    where TArgs : struct
{
    private readonly Func<TProxy, TArgs, CancellationToken, IEnumerable<TItem>> _stream;
    private readonly Func<TProxy, TArgs, CancellationToken, IAsyncEnumerable<TItem>> _streamAsync;

    /// <summary>Made by generated code.</summary>
    /// <param name="api">The API's place in <see cref="ServiceDefinition.Apis"/>.</param>
    /// <param name="takesToken">Whether the service's method takes a cancellation token.</param>
    /// <param name="stream">Calls it on the sync view.</param>
    /// <param name="streamAsync">Calls it on the async view.</param>
    /// <param name="parameters">The parameters in the order of the arguments; none where it is left out.</param>
    public StreamEndpoint(
        int api,
        bool takesToken,
        Func<TProxy, TArgs, CancellationToken, IEnumerable<TItem>> stream,
        Func<TProxy, TArgs, CancellationToken, IAsyncEnumerable<TItem>> streamAsync,
        IReadOnlyList<Parameter<TArgs>>? parameters = null)
        : base(api, takesToken, parameters)
    {
        Parameters = parameters ?? [];
        _stream = stream;
        _streamAsync = streamAsync;
    }

    /// <inheritdoc cref="Endpoint.Parameters"/>
    public new IReadOnlyList<Parameter<TArgs>> Parameters { get; }

    /// <inheritdoc/>
    public override Type? ResultType => typeof(TItem);

    /// <summary>Calls the proxy's sync view.</summary>
    public IEnumerable<TItem> Stream(TProxy proxy, TArgs args, CancellationToken cancellationToken) =>
        _stream(proxy, args, cancellationToken);

    /// <summary>Calls the proxy's async view.</summary>
    public IAsyncEnumerable<TItem> StreamAsync(TProxy proxy, TArgs args, CancellationToken cancellationToken) =>
        _streamAsync(proxy, args, cancellationToken);

    /// <inheritdoc/>
    public override TOutput Accept<TOutput>(IEndpointVisitor<TOutput> visitor)
    {
        ArgumentNullException.ThrowIfNull(visitor);
        return visitor.Visit(this);
    }
}
