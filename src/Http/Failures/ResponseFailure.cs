using System.Text;
using System.Text.Json;
using Pipeline.Http.Answers;
using Pipeline.Remote.Web;
using Pipeline.Transports;

namespace Pipeline.Http.Failures;

/// <summary>Makes exceptions of what goes wrong between here and a service.</summary>
internal sealed class ResponseFailure(ServiceDefinition service, Uri address)
{
    private const int MaxBytes = 1 << 20;
    private const int LongestText = 2_000;

    /// <summary>Whether nothing of the request can have reached the other side.</summary>
    public static bool WasNeverSent(HttpRequestException exception) =>
        exception.HttpRequestError is HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError
            or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError;

    /// <summary>The call was never sent.</summary>
    public ServiceUnavailableException Unreachable(Exception cause) =>
        new(service.Name, $"{service} cannot be reached at {address}: {cause.Message}", null, cause) { MayHaveRun = false };

    /// <summary>The connection broke while the call may have run.</summary>
    public ServiceUnavailableException Lost(Exception cause) => new(
        service.Name,
        $"The connection to {service} at {address} was lost before its answer had ended: the call may have run.",
        null,
        cause);

    /// <summary>What a status other than success says.</summary>
    public async Task<Exception> ReadAsync(HttpResponseMessage response, CallOrigin origin, CancellationToken cancellationToken)
    {
        byte[] body;
        try
        {
            body = await BoundedReader.ReadAsync(response.Content, MaxBytes, cancellationToken).ConfigureAwait(false);
        }
        catch (InvalidDataException)
        {
            body = [];
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException)
        {
            return Lost(exception);
        }

        return OfProblem(body, (int)response.StatusCode, RetryAfter(response), origin, cancellationToken);
    }

    /// <summary>What a problem says: the failure as it was where the other side tells it, or else what its status means.</summary>
    public Exception OfProblem(byte[] body, int status, TimeSpan? retryAfter, CallOrigin origin, CancellationToken callToken)
    {
        var problem = ReceivedProblem.Parse(body);
        if (problem.Failure?.ToException(callToken) is { } original)
            return original;

        status = problem.Status ?? status;
        string message = $"{service} at {address} answered {status}: {Shorten(problem.Message ?? Encoding.UTF8.GetString(body))}";
        return status switch
        {
            400 or 413 or 415 or 422 => new ArgumentException(message),
            404 or 405 => new MissingMethodException(message),
            429 => new ServiceOverloadedException(service.Name, 0, 0),
            503 => new ServiceUnavailableException(service.Name, message, retryAfter) { MayHaveRun = problem.MayHaveRun ?? true },
            504 => new ServiceTimeoutException(origin.Path, $"{service}.{origin.Api}", origin.Remaining ?? TimeSpan.Zero, []),
            _ => new RemoteServiceException($"HTTP {status}", message),
        };
    }

    private static TimeSpan? RetryAfter(HttpResponseMessage response) =>
        response.Headers.RetryAfter is { } header ? header.Delta ?? (header.Date - DateTimeOffset.UtcNow) : null;

    private static string Shorten(string text) => text.Length <= LongestText ? text : $"{text[..LongestText]}…";
}
