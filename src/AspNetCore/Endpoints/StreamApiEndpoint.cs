using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Pipeline.AspNetCore.Answers;
using Pipeline.AspNetCore.Binding;
using Pipeline.CompilerServices;
using Pipeline.Transports;

namespace Pipeline.AspNetCore.Endpoints;

/// <summary>An API that answers item by item.</summary>
internal sealed class StreamApiEndpoint<TProxy, TArgs, TItem> : ApiEndpoint
    where TProxy : ServiceProxy
    where TArgs : struct
{
    private readonly StreamEndpoint<TProxy, TArgs, TItem> _endpoint;
    private readonly ArgumentBinder<TArgs> _binder;
    private readonly JsonTypeInfo<TItem> _item;
    private TProxy? _proxy;

    public StreamApiEndpoint(Edge edge, StreamEndpoint<TProxy, TArgs, TItem> endpoint)
        : base(edge, edge.Service.Apis[endpoint.Api])
    {
        _endpoint = endpoint;
        _binder = ArgumentBinders.Create(this, endpoint.Parameters);
        _item = edge.AnswerType<TItem>();
    }

    public override Type ResultType => typeof(TItem);

    public override bool IsStream => true;

    protected override async Task AnswerAsync(HttpContext http, CallRequest request, IncomingCall call)
    {
        var cancellationToken = call.Token;
        var args = await _binder.BindAsync(http, request, cancellationToken).ConfigureAwait(false);
        var proxy = _proxy ??= Edge.Services.GetRequiredService<TProxy>();
        var items = _endpoint.StreamAsync(proxy, args, cancellationToken).GetAsyncEnumerator(cancellationToken);
        await using (items.ConfigureAwait(false))
        {
            // A failure before the first item still has a status of its own.
            bool any = await items.MoveNextAsync().ConfigureAwait(false);
            http.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
            var answer = new StreamAnswer<TItem>(http.Response, StreamFormats.For(http.Request), _item);
            await answer.StartAsync(cancellationToken).ConfigureAwait(false);
            while (any)
            {
                try
                {
                    await answer.WriteAsync(items.Current, cancellationToken).ConfigureAwait(false);
                    any = await items.MoveNextAsync().ConfigureAwait(false);
                }
                catch (Exception exception) when (answer.CanFail && !http.RequestAborted.IsCancellationRequested)
                {
                    call.Fail(exception);
                    EdgeLog.StreamFailed(Edge.Logger, exception, Edge.Service.Name, Api.Name);
                    await answer.FailAsync(Edge.Failures.Translate(exception, cancellationToken)).ConfigureAwait(false);
                    return;
                }
            }

            await answer.EndAsync(cancellationToken).ConfigureAwait(false);
        }
    }
}
