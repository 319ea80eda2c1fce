using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Pipeline.AspNetCore.Endpoints;
using Scalar.AspNetCore;

namespace Pipeline.AspNetCore.OpenApi;

/// <summary>The document, and the page on which a person reads it and tries a call.</summary>
internal static class OpenApiEndpoints
{
    /// <param name="endpoints">Where the page is mapped, which is for development and needs no authorization.</param>
    /// <param name="apis">The group of the APIs, whose conventions hold for the document too.</param>
    /// <param name="edge">What all endpoints of the service have in common.</param>
    public static void Map(IEndpointRouteBuilder endpoints, IEndpointRouteBuilder apis, Edge edge)
    {
        if (!edge.Options.OpenApi)
            return;

        apis.MapOpenApi();
        if (edge.Services.GetService<IHostEnvironment>()?.IsDevelopment() ?? false)
            endpoints.MapScalarApiReference(options => options.WithTitle(edge.Service.Name));
    }
}
