using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.AspNetCore.Routing;
using Microsoft.OpenApi;
using Pipeline.AspNetCore.Endpoints;

namespace Pipeline.AspNetCore.OpenApi;

/// <summary>Adds the APIs that are mapped to the application's OpenAPI document.</summary>
internal sealed class PipelineDocument(EndpointDataSource endpoints) : IOpenApiDocumentTransformer
{
    public Task TransformAsync(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellationToken)
    {
        foreach (var endpoint in endpoints.Endpoints.OfType<RouteEndpoint>())
        {
            if (endpoint.Metadata.GetMetadata<ApiEndpoint>() is { } api
                && endpoint.Metadata.GetMetadata<IExcludeFromDescriptionMetadata>() is not { ExcludeFromDescription: true })
                Add(document, PathOf(endpoint), api, endpoint.Metadata.GetMetadata<ITagsMetadata>()?.Tags);
        }

        return Task.CompletedTask;
    }

    private static string PathOf(RouteEndpoint endpoint) => "/" + (endpoint.RoutePattern.RawText ?? "").TrimStart('/');

    private static void Add(OpenApiDocument document, string path, ApiEndpoint api, IEnumerable<string>? tags)
    {
        document.Paths ??= [];
        document.Tags ??= new HashSet<OpenApiTag>();
        var names = (tags ?? [api.Edge.Service.Name]).ToHashSet();
        foreach (string name in names.Where(name => document.Tags.All(tag => tag.Name != name)))
            document.Tags.Add(new() { Name = name });

        var operation = new OperationWriter(document).Write(api);
        operation.Tags = names.Select(name => new OpenApiTagReference(name, document)).ToHashSet();
        document.Paths[path] = new OpenApiPathItem { Operations = new() { [HttpMethod.Post] = operation } };
    }
}
