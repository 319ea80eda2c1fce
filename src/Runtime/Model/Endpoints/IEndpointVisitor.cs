using System.ComponentModel;
using Pipeline.CompilerServices;

namespace Pipeline.Transports;

/// <summary>What a transport does with each endpoint, given its types: make a handler for it, say.</summary>
/// <typeparam name="TOutput">What it makes.</typeparam>
[EditorBrowsable(EditorBrowsableState.Advanced)]
public interface IEndpointVisitor<out TOutput>
{
    /// <summary>An API with one answer.</summary>
    /// <typeparam name="TProxy">The service's <c>X.Proxy</c>.</typeparam>
    /// <typeparam name="TArgs">A value tuple of the arguments, the token left out.</typeparam>
    /// <typeparam name="TResult">The bare result; <see cref="NoResult"/> for none.</typeparam>
    TOutput Visit<TProxy, TArgs, TResult>(CallEndpoint<TProxy, TArgs, TResult> endpoint)
        where TProxy : ServiceProxy
        where TArgs : struct;

    /// <summary>An API that answers item by item.</summary>
    /// <typeparam name="TProxy">The service's <c>X.Proxy</c>.</typeparam>
    /// <typeparam name="TArgs">A value tuple of the arguments, the token left out.</typeparam>
    /// <typeparam name="TItem">The items' type.</typeparam>
    TOutput Visit<TProxy, TArgs, TItem>(StreamEndpoint<TProxy, TArgs, TItem> endpoint)
        where TProxy : ServiceProxy
        where TArgs : struct;
}
