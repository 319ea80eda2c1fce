using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Pipeline.Tool.Graphs;

/// <summary>The services as JSON, for other programs.</summary>
internal static class JsonGraph
{
    public static string Write(ServiceMap map)
    {
        using var output = new MemoryStream();
        using (var json = new Utf8JsonWriter(
            output, new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, NewLine = "\n" }))
        {
            var names = map.Services.ToDictionary(static service => service.Type, static service => service.Name);
            json.WriteStartObject();
            json.WriteNumber("version", 1);
            json.WriteStartArray("services");
            foreach (var service in map.Services)
                Write(json, service, names);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(output.ToArray()) + "\n";
    }

    private static void Write(Utf8JsonWriter json, MappedService service, Dictionary<string, string> names)
    {
        json.WriteStartObject();
        json.WriteString("name", service.Name);
        json.WriteString("type", service.Type);
        json.WriteString("project", service.Project);
        json.WriteString("file", service.File == "" ? null : service.File);
        json.WriteNumber("line", service.Line);
        json.WriteStartArray("apis");
        foreach (string api in service.Apis)
            json.WriteStringValue(api);
        json.WriteEndArray();
        json.WriteStartArray("needs");
        foreach (var need in service.Needs)
        {
            json.WriteStartObject();
            json.WriteString("name", names[need.Type]);
            json.WriteString("type", need.Type);
            json.WriteBoolean("remote", need.IsRemote);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
