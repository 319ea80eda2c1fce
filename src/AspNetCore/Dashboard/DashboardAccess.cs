using System.Net;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;

namespace Pipeline.AspNetCore.Dashboard;

/// <summary>Who may see the dashboard: whom the application has authorized, otherwise this machine alone.</summary>
internal static class DashboardAccess
{
    /// <summary>Answers those who may see it; the others find nothing.</summary>
    public static RequestDelegate Guard(RequestDelegate answer) => http =>
    {
        if (IsDecidedElsewhere(http) || IsThisMachine(http))
        {
            var headers = http.Response.Headers;
            headers.CacheControl = "no-store";
            headers.XContentTypeOptions = "nosniff";
            headers.ContentSecurityPolicy =
                "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src data:; base-uri 'none'; "
                + "form-action 'none'; frame-ancestors 'none'";
            return answer(http);
        }

        http.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    };

    private static bool IsDecidedElsewhere(HttpContext http) => http.GetEndpoint()?.Metadata is { } metadata
        && (metadata.GetMetadata<IAuthorizeData>() is not null
            || metadata.GetMetadata<AuthorizationPolicy>() is not null
            || metadata.GetMetadata<IAllowAnonymous>() is not null);

    // A proxy on this machine calls for others, and a page from elsewhere whose name now means this machine calls for its author.
    private static bool IsThisMachine(HttpContext http)
    {
        var request = http.Request;
        return http.Connection.RemoteIpAddress is { } caller
            && IPAddress.IsLoopback(caller)
            && !request.Headers.ContainsKey("Forwarded")
            && !request.Headers.ContainsKey("X-Forwarded-For")
            && IsLoopbackName(request.Host.Host);
    }

    private static bool IsLoopbackName(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));
}
