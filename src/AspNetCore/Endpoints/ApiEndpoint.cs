using System.Diagnostics;
using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;
using Pipeline.AspNetCore.Binding;
using Pipeline.AspNetCore.Problems;
using Pipeline.AspNetCore.Validation;
using Pipeline.Remote.Web;
using Pipeline.Transports;

namespace Pipeline.AspNetCore.Endpoints;

/// <summary>One API as an endpoint. It is its own metadata: OpenAPI and <c>/schema.json</c> describe it from here.</summary>
internal abstract class ApiEndpoint(Edge edge, ApiDefinition api)
{
    private const int MaxKeyLength = 255;
    private const int ClientClosedRequest = StatusCodes.Status499ClientClosedRequest;

    /// <summary>What all endpoints of the service have in common.</summary>
    public Edge Edge { get; } = edge;

    /// <summary>The API.</summary>
    public ApiDefinition Api { get; } = api;

    /// <summary>The API's name on the wire.</summary>
    public string Name { get; } = edge.NameOf(api.Name);

    /// <summary>Its method, for attributes and documentation.</summary>
    public ApiMethod Method { get; } = ApiMethod.Of(edge.Service, api);

    /// <summary>The type of the result or of the items.</summary>
    public abstract Type ResultType { get; }

    /// <summary>Whether the answer comes item by item.</summary>
    public abstract bool IsStream { get; }

    /// <summary>The parameters, with the arguments' names on the wire.</summary>
    public IEnumerable<(string Name, ParameterDefinition Parameter)> Parameters =>
        Api.Parameters.Select(parameter => (Edge.NameOf(parameter.Name), parameter));

    /// <summary>Whether an argument is a file.</summary>
    public bool HasFiles => Api.Parameters.Any(static parameter => WebTypes.IsFile(parameter.Type));

    /// <summary>Answers a request.</summary>
    public async Task HandleAsync(HttpContext http)
    {
        var token = http.RequestAborted;
        using var request = new CallRequest();
        try
        {
            using var call = Edge.Incoming.Begin(Edge.Service, Api, OriginOf(http.Request), http.RequestAborted);
            token = call.Token;
            try
            {
                await AnswerAsync(http, request, call).ConfigureAwait(false);
            }
            catch (Exception exception) when (exception is not (RequestRefusedException or BadHttpRequestException))
            {
                call.Fail(exception);
                throw;
            }
        }
        catch (RequestRefusedException refused)
        {
            await WriteAsync(http, new(refused.Status, refused.Message) { Arguments = refused.Problems }).ConfigureAwait(false);
        }
        catch (BadHttpRequestException bad) when (!http.RequestAborted.IsCancellationRequested)
        {
            await WriteAsync(http, new(bad.StatusCode, bad.Message)).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            await FailAsync(http, request, exception, token).ConfigureAwait(false);
        }
    }

    /// <summary>Calls the API with the call's token, and writes what it gives.</summary>
    protected abstract Task AnswerAsync(HttpContext http, CallRequest request, IncomingCall call);

    private async Task FailAsync(HttpContext http, CallRequest request, Exception exception, CancellationToken token)
    {
        if (http.RequestAborted.IsCancellationRequested)
        {
            // Nobody is left to be told; the status is for the server's own log.
            if (!http.Response.HasStarted)
                http.Response.StatusCode = ClientClosedRequest;
            return;
        }

        if (request.Items?.Refused is { } refused && !http.Response.HasStarted)
        {
            await WriteAsync(http, new(refused.Status, refused.Message) { Arguments = refused.Problems }).ConfigureAwait(false);
            return;
        }

        // Nobody has gone away, and the token is canceled: what is left is the deadline.
        if (exception is OperationCanceledException && token.IsCancellationRequested && !http.Response.HasStarted)
        {
            await WriteAsync(http, FailureTranslation.Late).ConfigureAwait(false);
            return;
        }

        if (http.Response.HasStarted)
        {
            // The end of the connection must not look like the end of the answer.
            EdgeLog.StreamFailed(Edge.Logger, exception, Edge.Service.Name, Api.Name);
            http.Abort();
            return;
        }

        var problem = Edge.Failures.Translate(exception, token);
        if (problem.Status >= StatusCodes.Status500InternalServerError && exception is not (
            ServiceUnavailableException or ServiceOverloadedException))
            EdgeLog.CallFailed(Edge.Logger, exception, Edge.Service.Name, Api.Name, problem.Status);
        await WriteAsync(http, problem).ConfigureAwait(false);
    }

    private static async Task WriteAsync(HttpContext http, Problem problem)
    {
        if (http.Response.HasStarted)
        {
            http.Abort();
            return;
        }

        byte[] json = problem.ToJson();
        http.Response.StatusCode = problem.Status;
        http.Response.ContentType = WebNames.Problem;
        http.Response.ContentLength = json.Length;
        if (problem.RetryAfter is { } after)
            http.Response.Headers.RetryAfter = Math.Max(1, (long)Math.Ceiling(after.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        await http.Response.Body.WriteAsync(json).ConfigureAwait(false);
    }

    private static string KeyOf(HttpRequest request)
    {
        if (!request.Headers.TryGetValue(WebNames.IdempotencyKey, out var value))
            return "";

        string key = value.ToString();
        if (key.Length > 1 && key[0] == '"' && key[^1] == '"')
            key = key[1..^1];
        return key.Length is > 0 and <= MaxKeyLength && !key.Contains('"', StringComparison.Ordinal)
            ? key
            : throw new RequestRefusedException(
                StatusCodes.Status400BadRequest,
                $"The {WebNames.IdempotencyKey} header must be one string of 1 to {MaxKeyLength} characters.");
    }

    // The server's own span is the parent where somebody listens to it. Without, it has an identity that nobody will ever find.
    private static (string Parent, string State) TraceOf(HttpRequest request)
    {
        var span = Activity.Current;
        return span is { Source.Name.Length: > 0 } || !request.Headers.ContainsKey(HeaderNames.TraceParent)
            ? (span?.Id ?? "", span?.TraceStateString ?? "")
            : (request.Headers.TraceParent.ToString(), request.Headers.TraceState.ToString());
    }

    private CallOrigin OriginOf(HttpRequest request)
    {
        var time = Edge.Options.DefaultTimeout;
        if (request.Headers.TryGetValue(WebNames.Timeout, out var text))
        {
            time = CallTimeout.TryParse(text.ToString()) ?? throw new RequestRefusedException(
                StatusCodes.Status400BadRequest, $"The {WebNames.Timeout} header must be a time such as 1500ms, 2s or 1m.");
        }

        int attempt = request.Headers.TryGetValue(WebNames.Attempt, out var number)
            && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out int parsed) && parsed > 0 ? parsed : 1;
        var (traceParent, traceState) = TraceOf(request);
        return new()
        {
            Path = Edge.Service.Name,
            Service = Edge.Service.Name,
            Api = Api.Name,
            Attempt = attempt,
            Id = KeyOf(request),
            TraceParent = traceParent,
            TraceState = traceState,
            Baggage = Activity.Current is { } span ? [.. span.Baggage] : [],
            Remaining = time is null || time < Edge.Options.MaxTimeout ? time : Edge.Options.MaxTimeout,
        };
    }
}
