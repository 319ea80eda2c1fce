using System.Buffers;
using System.Text.Json;
using System.Text.Json.Nodes;
using Pipeline.AspNetCore.Endpoints;
using Pipeline.Remote.Web;
using Pipeline.Transports;

namespace Pipeline.AspNetCore.Schemas;

/// <summary>
/// What <c>/schema.json</c> says: the routes with their inputs and outputs, as BentoML's clients read them before their first call.
/// </summary>
internal static class ServiceSchema
{
    private const int Version = 1;

    public static string Write(IReadOnlyList<ApiEndpoint> apis)
    {
        var schema = new JsonObject
        {
            ["name"] = apis is [var first, ..] ? first.Edge.Service.Name : "",
            ["type"] = "service",
            ["routes"] = new JsonArray([.. apis.Select(Route)]),
            [WebNames.Edge] = Version,
        };
        return schema.ToJsonString();
    }

    private static JsonObject Route(ApiEndpoint api)
    {
        var route = new JsonObject
        {
            ["name"] = api.Name,
            ["route"] = $"/{api.Name}",
            ["batchable"] = false,
            ["input"] = Input(api),
            ["output"] = Output(api),
            ["is_task"] = false,
        };
        if (XmlDocumentation.Of(api) is { Summary: { } summary })
            route["doc"] = summary;
        return route;
    }

    private static JsonObject Input(ApiEndpoint api)
    {
        // Clients give positional arguments in the order of the properties.
        var properties = new JsonObject();
        var required = new JsonArray();
        foreach (var (name, parameter) in api.Parameters)
        {
            var schema = TypeSchema.ForBentoML(api.Edge.SchemaJson, parameter.Type);
            schema["title"] = name;
            if (parameter.IsOptional)
                schema["default"] = Default(api, parameter);
            else
                required.Add((JsonNode)name);
            properties[name] = schema;
        }

        var input = new JsonObject { ["properties"] = properties, ["title"] = "Input", ["type"] = "object" };
        if (required.Count > 0)
            input["required"] = required;
        return input;
    }

    private static JsonObject Output(ApiEndpoint api)
    {
        var output = api.ResultType == typeof(NoResult)
            ? new JsonObject { ["type"] = "null" }
            : TypeSchema.ForBentoML(api.Edge.SchemaJson, api.ResultType);
        if (api.IsStream)
        {
            output["is_stream"] = true;
            output["media_type"] = WebNames.Events;
        }

        return output;
    }

    private static JsonNode? Default(ApiEndpoint api, ParameterDefinition parameter)
    {
        if (parameter.DefaultValue is not { } value || WebTypes.IsFile(parameter.Type))
            return null;

        var bytes = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(bytes))
            JsonSerializer.Serialize(writer, value, api.Edge.AnswerJson.GetTypeInfo(parameter.Type));
        return JsonNode.Parse(bytes.WrittenSpan);
    }
}
