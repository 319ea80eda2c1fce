using System.Text.Json;
using Pipeline.CompilerServices;
using Pipeline.Remote;
using Pipeline.Remote.Web;
using Pipeline.Transports;

namespace Pipeline.Http.Requests;

/// <summary>Refuses, while a pipeline starts, what a request and its answer cannot carry.</summary>
internal sealed class CarriableCheck : IEndpointVisitor<object?>
{
    private readonly ServiceDefinition _service;
    private readonly WireJson _json;

    private CarriableCheck(ServiceDefinition service, WireJson json)
    {
        _service = service;
        _json = json;
    }

    /// <exception cref="NotSupportedException">Names the API and what it has that cannot be carried.</exception>
    public static void Check(ServiceDefinition service, WireJson json)
    {
        var check = new CarriableCheck(service, json);
        foreach (var endpoint in service.Activation.Endpoints())
        {
            check.CheckParameters(service.Apis[endpoint.Api]);
            endpoint.Accept(check);
        }
    }

    /// <inheritdoc/>
    public object? Visit<TProxy, TArgs, TResult>(CallEndpoint<TProxy, TArgs, TResult> endpoint)
        where TProxy : ServiceProxy
        where TArgs : struct =>
        CheckResult(endpoint, typeof(TResult));

    /// <inheritdoc/>
    public object? Visit<TProxy, TArgs, TItem>(StreamEndpoint<TProxy, TArgs, TItem> endpoint)
        where TProxy : ServiceProxy
        where TArgs : struct =>
        CheckResult(endpoint, typeof(TItem));

    private void CheckParameters(ApiDefinition api)
    {
        foreach (var parameter in api.Parameters)
        {
            if (parameter.IsStream)
            {
                throw new NotSupportedException(
                    $"{_service}.{api.Name} takes the stream {parameter.Name}, which an HTTP request cannot carry item by item while its "
                    + "answer is read. Reach the service by a transport that can, such as grpc://, or take a list.");
            }

            if (!WebTypes.IsFile(parameter.Type))
                Metadata(api, parameter.Name, parameter.Type, _json.Arguments);
        }
    }

    private object? CheckResult(Endpoint endpoint, Type type)
    {
        var api = _service.Apis[endpoint.Api];
        if (type == typeof(NoResult) || WebTypes.IsFile(type))
            return null;

        Metadata(api, "its result", type, _json.Answers);
        new LossCheck(_json.Answers).Check(type);
        return null;
    }

    private void Metadata(ApiDefinition api, string what, Type type, JsonSerializerOptions options)
    {
        try
        {
            options.GetTypeInfo(type);
        }
        catch (Exception exception) when (exception is NotSupportedException or InvalidOperationException)
        {
            throw new NotSupportedException($"{_service}.{api.Name}: {what} cannot be JSON: {exception.Message}", exception);
        }
    }
}
