using System.Net;

namespace Pipeline.Integration.Tests.Documentation;

/// <summary>Answers the requests as a test has it; counts them.</summary>
/// <param name="answer">Given the request's number, from 1.</param>
internal sealed class Server(Func<int, CancellationToken, Task<HttpStatusCode>> answer) : HttpMessageHandler
{
    private int _requests;

    public int Requests => _requests;

    public HttpClient CreateClient() => new(this, disposeHandler: false) { BaseAddress = new Uri("http://server/") };

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        new(await answer(Interlocked.Increment(ref _requests), cancellationToken)) { Content = new StringContent("found") };
}
