using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using Pipeline.Remote.Web;

namespace Pipeline.AspNetCore.Schemas;

/// <summary>Types as JSON schemas.</summary>
internal static class TypeSchema
{
    private static readonly JsonSchemaExporterOptions Exporting = new() { TreatNullObliviousAsNonNullable = true };

    /// <summary>The schema in the dialect of BentoML: one type instead of a list of them, and files as a type of their own.</summary>
    public static JsonObject ForBentoML(JsonSerializerOptions options, Type type)
    {
        if (WebTypes.IsFile(type))
            return new() { ["type"] = "file", ["format"] = "binary" };
        return Simplify(options.GetTypeInfo(type).GetJsonSchemaAsNode(Exporting)) as JsonObject ?? [];
    }

    /// <summary>The schema as OpenAPI has it; types with members are put among the components and referred to.</summary>
    public static JsonNode ForOpenApi(JsonSerializerOptions options, Type type, Dictionary<string, JsonNode> components)
    {
        if (WebTypes.IsFile(type))
            return new JsonObject { ["type"] = "string", ["format"] = "binary" };

        var exporting = new JsonSchemaExporterOptions
        {
            TreatNullObliviousAsNonNullable = true,
            TransformSchemaNode = (context, node) =>
            {
                if (context.TypeInfo.Kind is not System.Text.Json.Serialization.Metadata.JsonTypeInfoKind.Object)
                    return node;

                string name = NameOf(context.TypeInfo.Type);
                if (node is JsonObject found && !found.ContainsKey("$ref"))
                    components.TryAdd(name, found);
                return new JsonObject { ["$ref"] = $"#/components/schemas/{name}" };
            },
        };
        return options.GetTypeInfo(type).GetJsonSchemaAsNode(exporting);
    }

    private static string NameOf(Type type)
    {
        string name = type.Name.Split('`')[0];
        return type.IsGenericType
            ? $"{name}Of{string.Join("And", type.GenericTypeArguments.Select(NameOf))}"
            : name.Replace("[]", "s", StringComparison.Ordinal);
    }

    private static JsonNode? Simplify(JsonNode? node)
    {
        if (node is JsonArray list)
        {
            foreach (var entry in list)
                Simplify(entry);
            return node;
        }

        if (node is not JsonObject schema)
            return node;
        if (schema["type"] is JsonArray types)
            schema["type"] = types.Select(static type => type!.GetValue<string>()).FirstOrDefault(static type => type != "null");

        // "Anything" is written as true, which those who read an object there cannot take.
        if (schema["items"] is JsonValue)
            schema["items"] = new JsonObject();
        foreach (var (_, value) in schema.ToArray())
            Simplify(value);
        return node;
    }
}
