using Pipeline.CompilerServices;
using Pipeline.Transports;

namespace Pipeline.Remote.Exchanges;

/// <summary>Finds types of an API that cannot cross whole, before the first call.</summary>
internal sealed class TypeCheck(ServiceDefinition service, PipelineCodec codec) : IEndpointVisitor<bool>
{
    public bool Visit<TProxy, TArgs, TResult>(CallEndpoint<TProxy, TArgs, TResult> endpoint)
        where TProxy : ServiceProxy
        where TArgs : struct
    {
        Check<TArgs, TResult>(endpoint, endpoint.Parameters);
        return true;
    }

    public bool Visit<TProxy, TArgs, TItem>(StreamEndpoint<TProxy, TArgs, TItem> endpoint)
        where TProxy : ServiceProxy
        where TArgs : struct
    {
        Check<TArgs, TItem>(endpoint, endpoint.Parameters);
        return true;
    }

    private void Check<TArgs, TResult>(Endpoint endpoint, IReadOnlyList<Parameter<TArgs>> parameters)
        where TArgs : struct
    {
        var api = service.Apis[endpoint.Api];
        try
        {
            new ArgumentsCodec<TArgs>(codec, parameters, new(service, api, parameters)).Check();
            codec.Check<TResult>();
        }
        catch (NotSupportedException exception)
        {
            throw new NotSupportedException($"{service.Name}.{api.Name}: {exception.Message}", exception);
        }
    }
}
