using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Pipeline;
using Pipeline.AspNetCore.Dashboard;

namespace Microsoft.AspNetCore.Builder;

/// <summary>Serves a page that shows a pipeline at work.</summary>
public static class PipelineDashboardEndpointRouteBuilderExtensions
{
    /// <summary>
    /// Serves a live page: the services with what they do right now, the last requests with their critical paths, and what faster callees
    /// would change. It is for this machine alone, unless authorization is required of it or anonymous callers are explicitly allowed.
    /// </summary>
    /// <param name="endpoints">The application, whose container has <c>AddPipelineTraces</c>.</param>
    /// <param name="path">Where the page is.</param>
    /// <returns>Adds conventions to the page and all that it loads: <c>RequireAuthorization</c>, above all.</returns>
    /// <exception cref="InvalidOperationException"><c>AddPipelineTraces</c> is missing.</exception>
    /// <example>
    /// <code>
    /// builder.Services.AddPipelineTraces();
    /// app.MapPipelineDashboard().RequireAuthorization("operators");
    /// </code>
    /// </example>
    public static IEndpointConventionBuilder MapPipelineDashboard(this IEndpointRouteBuilder endpoints, string path = "/pipeline")
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        ArgumentException.ThrowIfNullOrEmpty(path);
        var services = endpoints.ServiceProvider;
        var traces = services.GetService<PipelineTraces>() ?? throw new InvalidOperationException(
            "The dashboard shows what PipelineTraces has recorded: add services.AddPipelineTraces().");
        var pages = new DashboardEndpoints(
            services.GetRequiredService<PipelineServices>(), traces, services.GetService<TimeProvider>() ?? TimeProvider.System);

        var group = endpoints.MapGroup(path).ExcludeFromDescription();
        Map("", static http => DashboardPage.WriteAsync(http, "page.html"));
        Map("/page.css", static http => DashboardPage.WriteAsync(http, "page.css"));
        Map("/page.js", static http => DashboardPage.WriteAsync(http, "page.js"));
        Map("/services", pages.WriteServicesAsync);
        Map("/traces", pages.WriteTracesAsync);
        Map("/requests/{trace}/{span}", pages.WriteRequestAsync);
        Map("/what-if", pages.WriteWhatIfAsync);
        Map("/events", pages.WriteEventsAsync);
        return group;

        void Map(string part, RequestDelegate answer) => group.MapGet(part, DashboardAccess.Guard(answer));
    }
}
