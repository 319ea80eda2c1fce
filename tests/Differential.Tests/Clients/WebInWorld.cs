using System.Net;
using Pipeline.Differential.Execution;
using Pipeline.Differential.Services;

namespace Pipeline.Differential.Clients;

/// <summary>The far side of an <see cref="HttpClient"/>: a GET reads, everything else writes, and both take their time.</summary>
internal sealed class WebInWorld(World world) : HttpMessageHandler
{
    private static readonly Uri Root = new("http://world/");

    public static HttpClient Connect(World world) =>
        new(new WebInWorld(world)) { BaseAddress = Root, Timeout = Timeout.InfiniteTimeSpan };

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var effect = request.Method == HttpMethod.Get ? Effect.Reads : Effect.Writes;
        var api = new Api("Web", request.Method.Method, effect) { ObservesTokens = true };
        string answer = await world.CallAsync<string>(api, [request.RequestUri!.PathAndQuery], cancellationToken);
        return new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent(answer) };
    }
}
