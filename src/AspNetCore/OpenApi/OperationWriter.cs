using System.Text.Json.Nodes;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.OpenApi;
using Microsoft.OpenApi.Reader;
using Pipeline.AspNetCore.Endpoints;
using Pipeline.AspNetCore.Schemas;
using Pipeline.Remote.Web;
using Pipeline.Transports;

namespace Pipeline.AspNetCore.OpenApi;

/// <summary>An API as OpenAPI has it, with the texts that its users wrote.</summary>
internal sealed class OperationWriter(OpenApiDocument document)
{
    private const string ProblemName = "Problem";

    public OpenApiOperation Write(ApiEndpoint api)
    {
        var texts = XmlDocumentation.Of(api);
        return new()
        {
            OperationId = api.Name,
            Summary = texts?.Summary,
            RequestBody = Request(api, texts),
            Responses = Responses(api, texts),
        };
    }

    private OpenApiRequestBody Request(ApiEndpoint api, XmlDocumentation? texts)
    {
        var properties = new JsonObject();
        var required = new JsonArray();
        foreach (var (name, parameter) in api.Parameters)
        {
            var schema = Schema(api, parameter.Type);
            if (texts?.Parameters.GetValueOrDefault(parameter.Name) is { Length: > 0 } text && schema is JsonObject described)
                described["description"] = text;
            properties[name] = schema;
            if (!parameter.IsOptional)
                required.Add((JsonNode)name);
        }

        var body = new JsonObject { ["type"] = "object", ["properties"] = properties };
        if (required.Count > 0)
            body["required"] = required;
        if (!api.Edge.Options.IgnoreUnknown)
            body["additionalProperties"] = false;
        return new() { Required = required.Count > 0, Content = Content(body, api.HasFiles ? WebNames.Form : WebNames.Json) };
    }

    private OpenApiResponses Responses(ApiEndpoint api, XmlDocumentation? texts)
    {
        var schema = api.ResultType == typeof(NoResult) ? new JsonObject { ["type"] = "null" } : Schema(api, api.ResultType);
        string[] types = api switch
        {
            { IsStream: true } => [WebNames.Lines, WebNames.Events],
            _ when api.ResultType == typeof(string) => [WebNames.Text],
            _ when WebTypes.IsFile(api.ResultType) => [WebNames.Bytes],
            _ => [WebNames.Json],
        };
        var responses = new OpenApiResponses
        {
            ["200"] = new OpenApiResponse { Description = texts?.Returns ?? "The result.", Content = Content(schema, types) },
        };
        foreach (int status in new[] { 400, 415, 429, 500, 503, 504 })
        {
            responses[$"{status}"] = new OpenApiResponse
            {
                Description = ReasonPhrases.GetReasonPhrase(status),
                Content = Content(Problem(), WebNames.Problem),
            };
        }

        return responses;
    }

    private JsonNode Schema(ApiEndpoint api, Type type)
    {
        var components = new Dictionary<string, JsonNode>();
        var schema = TypeSchema.ForOpenApi(api.Edge.SchemaJson, type, components);
        foreach (var (name, component) in components)
            Define(name, component);
        return schema;
    }

    private JsonObject Problem()
    {
        Define(ProblemName, JsonNode.Parse("""
            {
              "type": "object",
              "properties": {
                "type": { "type": "string" },
                "title": { "type": "string" },
                "status": { "type": "integer" },
                "detail": { "type": "string" },
                "errors": { "type": "object", "additionalProperties": { "type": "array", "items": { "type": "string" } } }
              }
            }
            """)!);
        return new() { ["$ref"] = $"#/components/schemas/{ProblemName}" };
    }

    private void Define(string name, JsonNode schema)
    {
        document.Components ??= new();
        document.Components.Schemas ??= new Dictionary<string, IOpenApiSchema>();
        if (!document.Components.Schemas.ContainsKey(name))
            document.AddComponent(name, Read(schema));
    }

    private Dictionary<string, OpenApiMediaType> Content(JsonNode schema, params IEnumerable<string> types) =>
        types.ToDictionary(static type => type, _ => new OpenApiMediaType { Schema = Read(schema) });

    private IOpenApiSchema Read(JsonNode schema)
    {
        if (schema is JsonObject reference && (string?)reference["$ref"] is { } path)
            return new OpenApiSchemaReference(path.Split('/')[^1], document);
        return new OpenApiJsonReader().ReadFragment<OpenApiSchema>(schema.DeepClone(), OpenApiSpecVersion.OpenApi3_1, document, out _)
            ?? new OpenApiSchema();
    }
}
