using Pipeline.CompilerServices;
using Pipeline.Transports;

namespace Pipeline.AspNetCore.Endpoints;

/// <summary>Makes the endpoint of an API, whose types only the API's own endpoint knows.</summary>
internal sealed class ApiEndpointFactory(Edge edge) : IEndpointVisitor<ApiEndpoint>
{
    public ApiEndpoint Visit<TProxy, TArgs, TResult>(CallEndpoint<TProxy, TArgs, TResult> endpoint)
        where TProxy : ServiceProxy
        where TArgs : struct =>
        new CallApiEndpoint<TProxy, TArgs, TResult>(edge, endpoint);

    public ApiEndpoint Visit<TProxy, TArgs, TItem>(StreamEndpoint<TProxy, TArgs, TItem> endpoint)
        where TProxy : ServiceProxy
        where TArgs : struct =>
        new StreamApiEndpoint<TProxy, TArgs, TItem>(edge, endpoint);
}
