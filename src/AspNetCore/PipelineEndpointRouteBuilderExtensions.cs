using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Pipeline;
using Pipeline.AspNetCore.Endpoints;
using Pipeline.AspNetCore.OpenApi;
using Pipeline.AspNetCore.Schemas;
using Pipeline.CompilerServices;

namespace Microsoft.AspNetCore.Builder;

/// <summary>Serves pipelines over HTTP.</summary>
public static class PipelineEndpointRouteBuilderExtensions
{
    /// <summary>
    /// Serves the APIs of a root service, each at <c>POST /{api}</c> with its arguments as a JSON object, and what describes them:
    /// <c>/schema.json</c> for BentoML's clients, OpenAPI, and the probes. What the service depends on is not served.
    /// </summary>
    /// <typeparam name="TRoot">The service, which <c>AddPipeline</c> has added.</typeparam>
    /// <param name="endpoints">The application, or a group in it.</param>
    /// <returns>
    /// Adds conventions to all APIs of the service: <c>RequireAuthorization</c>, <c>RequireRateLimiting</c>, <c>RequireCors</c> and others.
    /// </returns>
    /// <exception cref="InvalidOperationException">
    /// <c>AddHttp</c> is missing, the service is no root that runs here, two APIs would have one path, or a type has no JSON metadata.
    /// </exception>
    /// <example>
    /// <code>
    /// builder.Services.AddPipeline&lt;Ensemble&gt;().AddHttp();
    /// var app = builder.Build();
    /// app.MapPipeline&lt;Ensemble&gt;();
    /// </code>
    /// </example>
    public static IEndpointConventionBuilder MapPipeline<TRoot>(this IEndpointRouteBuilder endpoints)
        where TRoot : IService
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        var registry = endpoints.ServiceProvider.GetService<EdgeRegistry>() ?? throw new InvalidOperationException(
            $"Add what serves the pipeline first: services.AddPipeline<{typeof(TRoot).Name}>().AddHttp().");
        RootCheck.Check(TRoot.Definition, endpoints.ServiceProvider.GetRequiredService<PipelineServices>());
        var edge = new Edge(endpoints.ServiceProvider, TRoot.Definition);
        var factory = new ApiEndpointFactory(edge);
        var apis = TRoot.Definition.Activation.Endpoints().Select(endpoint => endpoint.Accept(factory)).ToArray();
        bool isFirst = registry.Add(endpoints, apis);

        var group = endpoints.MapGroup("");
        foreach (var api in apis)
            group.MapPost($"/{api.Name}", (RequestDelegate)api.HandleAsync).WithDisplayName($"{edge.Service}.{api.Api.Name}").WithMetadata(
                api);
        if (!isFirst)
            return group;

        var schema = new Lazy<string>(() => ServiceSchema.Write(registry.On(endpoints)));
        group.MapGet("/schema.json", (RequestDelegate)(http =>
        {
            http.Response.ContentType = "application/json";
            return http.Response.WriteAsync(schema.Value, http.RequestAborted);
        }));
        ProbeEndpoints.Map(endpoints, edge);
        OpenApiEndpoints.Map(endpoints, group, edge);
        return group;
    }
}
