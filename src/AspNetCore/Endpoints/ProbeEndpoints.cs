using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Pipeline.Remote.Web;

namespace Pipeline.AspNetCore.Endpoints;

/// <summary>What orchestrators and BentoML's clients ask before they send a call.</summary>
internal static class ProbeEndpoints
{
    public static void Map(IEndpointRouteBuilder endpoints, Edge edge)
    {
        if (!edge.Options.Probes)
            return;

        endpoints.MapGet("/livez", (RequestDelegate)AliveAsync).AllowAnonymous();
        endpoints.MapGet("/healthz", (RequestDelegate)AliveAsync).AllowAnonymous();
        endpoints.MapGet("/readyz", (RequestDelegate)ReadyAsync).AllowAnonymous();
    }

    private static Task AliveAsync(HttpContext http) => WriteAsync(http, StatusCodes.Status200OK, "\n");

    private static async Task ReadyAsync(HttpContext http)
    {
        var check = http.RequestServices.GetRequiredService<PipelineHealthCheck>();
        string[] tags = http.Request.Headers.ContainsKey(WebNames.OwnReadiness) ? [PipelineHealthCheck.OwnTag] : [];
        var context = new HealthCheckContext { Registration = new("pipeline", check, failureStatus: null, tags) };
        var result = await check.CheckHealthAsync(context, http.RequestAborted).ConfigureAwait(false);
        await (result.Status is HealthStatus.Unhealthy
            ? WriteAsync(http, StatusCodes.Status503ServiceUnavailable, "The pipeline is not ready.\n")
            : WriteAsync(http, StatusCodes.Status200OK, "\n")).ConfigureAwait(false);
    }

    private static Task WriteAsync(HttpContext http, int status, string text)
    {
        http.Response.StatusCode = status;
        http.Response.ContentType = "text/plain; charset=utf-8";
        return http.Response.WriteAsync(text, http.RequestAborted);
    }
}
