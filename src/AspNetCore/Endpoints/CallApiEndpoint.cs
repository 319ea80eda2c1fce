using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Pipeline.AspNetCore.Answers;
using Pipeline.AspNetCore.Binding;
using Pipeline.CompilerServices;
using Pipeline.Remote.Web;
using Pipeline.Transports;

namespace Pipeline.AspNetCore.Endpoints;

/// <summary>An API with one answer.</summary>
internal sealed class CallApiEndpoint<TProxy, TArgs, TResult> : ApiEndpoint
    where TProxy : ServiceProxy
    where TArgs : struct
{
    private readonly CallEndpoint<TProxy, TArgs, TResult> _endpoint;
    private readonly ArgumentBinder<TArgs> _binder;
    private readonly JsonTypeInfo<TResult>? _result;
    private TProxy? _proxy;

    public CallApiEndpoint(Edge edge, CallEndpoint<TProxy, TArgs, TResult> endpoint)
        : base(edge, edge.Service.Apis[endpoint.Api])
    {
        _endpoint = endpoint;
        _binder = ArgumentBinders.Create(this, endpoint.Parameters);
        if (typeof(TResult) != typeof(NoResult) && !WebTypes.IsFile(typeof(TResult)))
            _result = edge.AnswerType<TResult>();
    }

    public override Type ResultType => typeof(TResult);

    public override bool IsStream => false;

    protected override async Task AnswerAsync(HttpContext http, CallRequest request, IncomingCall call)
    {
        var cancellationToken = call.Token;
        var args = await _binder.BindAsync(http, request, cancellationToken).ConfigureAwait(false);

        // Resolved with the first call and not before: by then the pipeline has started.
        var proxy = _proxy ??= Edge.Services.GetRequiredService<TProxy>();
        var result = await _endpoint.InvokeAsync(proxy, args, cancellationToken).ConfigureAwait(false);
        await ResultWriter.WriteAsync(http.Response, result, _result, cancellationToken).ConfigureAwait(false);
    }
}
