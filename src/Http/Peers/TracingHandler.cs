using System.Diagnostics;
using System.Net.Http.Headers;

namespace Pipeline.Http.Peers;

/// <summary>Does for a handler of the application's what the usual one does by itself.</summary>
internal sealed class TracingHandler(HttpMessageHandler inner, TraceHeaders headers) : DelegatingHandler(inner)
{
    protected override HttpResponseMessage Send(HttpRequestMessage request, CancellationToken cancellationToken) =>
        base.Send(Traced(request), cancellationToken);

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        base.SendAsync(Traced(request), cancellationToken);

    private HttpRequestMessage Traced(HttpRequestMessage request)
    {
        headers.Inject(Activity.Current, request.Headers, static (carrier, name, value) =>
        {
            var headers = (HttpRequestHeaders)carrier!;
            if (!headers.Contains(name))
                headers.TryAddWithoutValidation(name, value);
        });
        return request;
    }
}
